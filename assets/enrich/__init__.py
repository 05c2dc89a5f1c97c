"""Here belongs what is read out of a single document: sentences, times, actors, attributions, positions, events.

Nothing here looks at a second document; what needs the whole corpus belongs in `assets.resolve`.
"""
