"""Words that tell whether a deed was done: conditions, doubts, denials, plans, what lasts and what was called off.

Closed classes of English; how they are weighed against one another (`status`) does not belong here.
"""

from assets.enrich.words.wordlist import words

CONDITIONAL = words("if unless whether suppose supposing assuming provided")
# phrases that open a condition, by their words
CONDITIONS = (("in", "case"), ("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"), ("in", "the", "event"))
CONDITION_WORDS = words("case long condition event")  # of each phrase the word that is seldom said
INVERTED = words("were should had")  # "Should X close the border, ..."
POSSIBLE = words("would could may might can cannot can't couldn't wouldn't")
DOUBT = words("perhaps maybe possibly")
OFFERING = words("ready willing prepared")
NECESSARY = words("should must ought shouldn't mustn't")
ALLEGED = words("allegedly reportedly alleged reported suspected purported supposed rumoured rumored unconfirmed")
HEARSAY = words("allegedly reportedly supposedly purportedly apparently rumoured rumored unconfirmed")
ACCUSING = words("accused accuses accusing alleged alleges alleging suspected claims claimed claim claiming accusations allegations")
DENYING = words("denied denies denying deny denial disputed disputes disputing dispute")
NOBODY = words("nobody neither none")
# "denied reports of", "the claim that ... is false"
HELD = words("report reports claim claims allegation allegations rumour rumours rumor rumors story suggestion suggestions assertion")
REFUTING = words(
    "denied denies deny denying dismissed dismisses dismissing false untrue baseless unfounded groundless fabrication fabrications"
    " fabricated lie lies fake nonsense invented"
)
UNTRUE = words("untrue false wrong")
DREAD = words(
    "fear fears feared afraid worried anxious risk risks danger chance likelihood possibility prospect worry worries"
    " unlikely improbable inconceivable"
)
# what lays down how things would be: "the plan would ban imports"
REFRAINING = words("abstain abstains abstained abstaining refrain refrains refrained refraining shied stopped kept prevented barred banned")
ADVOCATING = words(
    "favour favours favoured favor favors favored advocate advocates advocated suggest suggests suggested propose proposes proposed"
    " recommend recommends recommended consider considers considered considering support supports contemplates"
)
RANKED = words("first second third last only latest")  # "the first to send troops": it was done
# "led X to threaten": X did
IMPLYING = words(
    "led leads leading forced forces forcing prompted prompts prompting compelled compels caused causes drove pushed persuaded"
)
# "it is time for X to", "pleaded for X to"
WISHING = words(
    "time wise important vital essential necessary crucial better best right pleaded plead pleads call called calls calling appeal appealed"
    " demand demanded urge pressed pushed need needs wants wanted argued"
)
WANTING = words("want wants wanted need needs needed seek seeks sought")
NOUN_STATUS = {
    **dict.fromkeys(words("planned upcoming forthcoming scheduled future next impending expected imminent coming"), "planned"),
    **dict.fromkeys(words("proposed suggested proposal"), "proposed"),
    **dict.fromkeys(words("possible potential threatened feared hypothetical any further prospective eventual"), "hypothetical"),
    **dict.fromkeys(words("threat threats risk fear fears possibility prospect danger likelihood chance"), "hypothetical"),
    **dict.fromkeys(words("alleged reported suspected purported supposed"), "alleged"),
    **dict.fromkeys(words("ongoing continuing current continued"), "ongoing"),
    **dict.fromkeys(words("no without cancelled canceled"), "negated"),
}  # fmt: skip
UNDERWAY = words("underway ongoing being")
LASTING = words("keep keeps kept continue continues continued proceed proceeds")
# "carried on with its attacks", "took the lead on the contacts": what lasts
GOING_ON = words("carry carries carried carrying go goes went gone press presses pressed pushed moved moving keeps kept")
TAKEN = words("take takes took taken taking takes holds")
MAKING = words("making continuing pursuing leading stepping intensifying")
NEW_EFFORT = words("no any new future further possible failed past previous earlier abandoned")  # of these nothing is under way
STEADY = words("consistently continuously constantly")  # "has consistently supplied"
SPELLS = words("day night week weekend month year evening morning friday saturday sunday")  # "every night"
SPANS = words("days weeks months years decades")  # "for two months"
SAID_OF = words("say says said claim claims claimed alleges alleged insists insisted")  # "the troops that he says were sent"
UNREAL = words(
    "without instead before than idea possibility prospect hope chance risk threat way intention goal aim option about for against"
)
ANNOUNCING = words("announced announces announcing declared declares said")
# what is done in a moment, and by saying it
PUNCTUAL = words(
    "leaving quitting withdrawing pulling suspending severing cutting breaking expelling recalling closing imposing lifting resuming"
    " restoring halting freezing cancelling revoking banning rejoining joining recognising recognizing exiting ending downgrading"
)
CALLED_OFF = words("postponed cancelled canceled scrapped shelved averted called put")  # called off, put off
# what is said of an event after its noun: "the visit to X was postponed"
FATE = {
    **dict.fromkeys(CALLED_OFF - {"called", "put"}, "negated"),
    **dict.fromkeys(words("planned scheduled slated expected due"), "planned"),
    **dict.fromkeys(words("continues continue continuing rages raging underway ongoing drags"), "ongoing"),
}
# the same, told in two words
FATES = {
    ("under", "way"): "ongoing",
    ("goes", "on"): "ongoing",
    ("go", "on"): "ongoing",
    ("has", "entered"): "ongoing",
    ("set", "for"): "planned",
    ("called", "off"): "negated",
    ("put", "off"): "negated",
    ("fell", "through"): "negated",
    ("not", "take"): "negated",  # place
    ("never", "took"): "negated",
    ("was", "denied"): "denied",
    ("were", "denied"): "denied",
    ("is", "denied"): "denied",
}
MAY_BE = words("can could may might would")
HAPPENING = words("take be happen begin start follow come resume open")
INDEFINITE = words("a an any another")
REPORTED_FUTURE = words(
    "said says announced confirmed declared stated told warned added vowed signalled signaled indicated hinted pledged promised"
)
