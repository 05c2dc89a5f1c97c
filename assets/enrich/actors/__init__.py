"""Actor mentions: who is named in a document. `mentions` is the way in, `index` finds them again for other rooms."""
