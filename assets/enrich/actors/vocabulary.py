"""Common nouns that tell actors, of whom no codebook file speaks yet. Names, titles and verbs stand in the codebook."""

from assets.enrich.words.wordlist import words

# Functions of people that are no offices: they tell that a name is a person's, and what it does.
OCCUPATIONS = frozenset(
    {
        "vice president",
        "vice chairman",
        "deputy chairman",
        "deputy director",
        "managing director",
        "executive director",
        "research fellow",
    }
    | {
        "senior fellow",
        "political scientist",
        "human rights activist",
        "co-founder",
        "co-chair",
        "investment banker",
        "chief executive",
    }
    | {"chief economist", "chief strategist", "press officer", "deputy head", "news anchor", "talk show host", "campaign manager"}
    | words(
        "dean director professor lecturer analyst fellow expert specialist economist chairman chairwoman chairperson chair"
        " head chief chancellor rector president founder owner banker businessman businesswoman billionaire entrepreneur"
        " investor executive manager lawyer attorney prosecutor judge justice aide adviser advisor strategist consultant"
        " pollster activist campaigner dissident journalist reporter correspondent columnist editor author writer historian"
        " scientist researcher scholar academic sociologist host anchor commentator blogger lawmaker legislator senator"
        " congressman congresswoman representative governor mayor councilor councillor commissioner deputy official diplomat"
        " negotiator mediator coordinator commander colonel general admiral major captain lieutenant sergeant officer"
        " soldier spokesman spokeswoman spokesperson secretary treasurer delegate candidate nominee leader boss bishop"
        " archbishop cardinal patriarch rabbi imam ayatollah cleric pastor priest monk sheikh prince princess king queen"
        " emir sultan physician doctor engineer oligarch tycoon magnate strongman warlord veteran politician statesman"
        " whistleblower hostage prisoner suspect defendant witness resident voter student teacher farmer worker nurse mother"
        " father wife husband son daughter brother sister widow"
    )
)
HONORIFICS = {
    **dict.fromkeys(("Mr", "Sir", "Lord", "Mister", "Messrs"), "male"),
    **dict.fromkeys(("Mrs", "Ms", "Miss", "Lady", "Dame", "Madam", "Madame"), "female"),
    **dict.fromkeys(
        (
            "Dr", "Prof", "Professor", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Capt", "Adm", "Maj", "Brig", "Cmdr", "Amb",
            "Rev", "Judge", "Justice", "Sheikh", "Ayatollah",
        ),
        None,
    ),
}  # fmt: skip

# "Ukrainian officials": a group of that country.
GROUP_NOUNS = words(
    "official officials diplomat diplomats lawmaker lawmakers legislators parliamentarians senators politician politicians"
    " policymakers policy-makers leaders ministers negotiator negotiators mediators envoys delegates representatives experts"
    " analysts economists scholars academics scientists observers commentators journalists reporters media press newspapers"
    " broadcasters outlets agencies forces troops soldiers military army navy militias militia militants fighters rebels"
    " separatists insurgents guerrillas commanders generals officers prosecutors investigators police judges courts court"
    " intelligence businesses companies business company firms firm corporations investors businessmen executives banks"
    " airlines airways exporters producers manufacturers farmers traders oligarchs citizens people public voters civilians"
    " residents settlers refugees migrants students activists protesters demonstrators opposition dissidents nationals"
    " nationalists hackers operatives agents spies allies partners nations countries states capitals powers governments"
    " society elites elite workers unions parliamentarian"
)
# "The Ukrainian government": the state itself.
GOVERNMENT_NOUNS = words(
    "government governments authorities administration leadership side state regime delegation cabinet officialdom junta"
)
# "The Ukrainian embassy": a body of that country; the codebook's name for it, where there is one, is found before.
BODY_NOUNS = (
    "embassy", "consulate", "foreign ministry", "defence ministry", "defense ministry", "finance ministry", "interior ministry",
    "energy ministry", "economy ministry", "trade ministry", "justice ministry", "ministry of foreign affairs", "ministry of defence",
    "ministry of defense", "parliament", "senate", "supreme court", "central bank", "constitutional court", "general staff",
    "security council", "presidential office", "presidency", "high court", "armed forces", "air force", "secret service",
    "intelligence service", "mission to the united nations", "permanent mission",
)  # fmt: skip
REGIONS = words(
    "European Western Arab African Asian Gulf Nordic Baltic Balkan Scandinavian Kurdish Islamist Jihadist Shiite Sunni Caribbean Allied"
)
# Words that end (or, before "of", begin) the name of an organisation.
ORGANIZATION_NOUNS = words(
    "Institute University College School Academy Ministry Department Committee Commission Council Agency Authority Bureau"
    " Office Bank Fund Foundation Association Federation Union League Society Company Corporation Corp Inc Ltd LLC Group"
    " Holdings Center Centre Organization Organisation Party Movement Front Army Force Forces Court Tribunal Congress"
    " Parliament Senate Assembly Chamber Media Times Post News Journal Herald Tribune Gazette Observer Guardian Telegraph"
    " Network Radio Television Press Service Services Alliance Coalition Conference Forum Initiative Project Campaign Church"
    " Mission Embassy Consulate Board Trust Club Brigade Battalion Guard Guards Corps Command Airlines Airways Motors"
    " Industries Technologies Systems Energy Partners Capital Watch International Monitor Observatory Administration Cabinet"
    " Secretariat Hospital Library Museum Laboratory Institution Think-Tank"
)
# Words that make a capitalised run a thing or a place: no person, no organisation.
THING_NOUNS = words(
    "Act Agreement Accord Accords Treaty Protocol Convention Declaration Plan Deal War Wars Day Week Month Year Summit"
    " Talks Street Avenue Road Square Park Tower Towers Airport Bridge River Lake Sea Ocean Gulf Bay Strait Straits Island"
    " Islands Mountain Mountains Hill Hills Valley Desert Peninsula Region Province State County City Town District"
    " Territory Republic Kingdom North South East West Northern Southern Eastern Western Central Middle Wall Strip Bank"
    " Heights Cup Games Olympics Award Prize Medal Program Programme Policy Doctrine Resolution Charter Constitution"
    " Amendment Bill Law Code Revolution Spring Crisis Era Age Century Dialogue Belt House Garden Gardens Palace Castle Hotel Hall Building"
    " Stadium Theater Theatre Cathedral Mosque Temple Base Port Harbor Station Pipeline Stream Studies Affairs Relations"
    " Security Defense Defence Economics Politics Democracy Democrats Republicans Republican Democratic Party"
)
# Words that begin the name of a place.
PLACE_OPENERS = words("San Santa Saint St New Los Las Fort Port Mount Lake South North East West Great Upper Lower El Rio")
FEMALE_NAMES = words(
    "Alexandra Alice Alicia Amanda Amy Ana Anastasia Andrea Angela Anita Ann Anna Anne Annalena Annie Antonia Barbara Beata"
    " Beatrice Benazir Beth Betty Carla Carly Carmen Carol Caroline Catherine Cheryl Christina Christine Claire Claudia"
    " Condoleezza Cynthia Daria Debbie Deborah Denise Diana Diane Dianne Dilma Dina Donna Doris Dorothy Ekaterina Elena"
    " Elizabeth Ellen Emily Emma Erika Esther Eva Evelyn Fatima Federica Fiona Frances Gabriela Galina Giorgia Gina Gloria"
    " Hanna Hannah Heather Heidi Helen Helena Hillary Huma Ilona Indira Ingrid Irina Isabel Ivanka Jacinda Jackie Jane Janet"
    " Jean Jennifer Jessica Jill Joan Joanna Judith Judy Julia Julie Kaja Kamala Karen Karin Kate Katherine Kathleen Kathy"
    " Kellyanne Kelly Kimberly Kirsten Kristalina Kristina Larisa Laura Leila Lena Linda Lindsey Lisa Liz Loretta Louise"
    " Lucy Lyudmila Madeleine Magdalena Maia Malala Maria Marianne Marie Marina Marine Martha Mary Megan Meghan Melania"
    " Melinda Mette Michelle Mia Miriam Monica Nadia Nancy Naomi Natalia Natalie Natalya Nicola Nicole Nikki Nina Nora Olga"
    " Oksana Pamela Patricia Paula Penny Petra Priti Rachel Rebecca Roberta Rosa Rosemary Ruth Samantha Sandra Sara Sarah"
    " Sharon Sheila Sofia Sonia Sophie Stephanie Susan Susana Susie Svetlana Sylvia Tamara Tatiana Teresa Theresa Tina Tulsi"
    " Tzipi Ursula Valentina Valerie Vera Veronica Viktoria Wendy Yelena Yekaterina Yulia Yvette Yvonne Zoe Zuzana"
)
MALE_NAMES = words(
    "Aaron Abdel Abdul Abdullah Adam Adrian Ahmad Ahmed Alan Albert Alejandro Aleksandr Aleksander Aleksei Aleksey Alex"
    " Alexander Alexei Alfred Ali Allan Allen Amir Anatoly Andrei Andres Andrew Andrey Andriy Andrzej Andy Anthony Antonio"
    " Antony Arkady Arthur Arseniy Barack Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brett Brian Bruce Bryan Carl"
    " Carlos Charles Chris Christopher Chuck Clarence Colin Craig Dan Daniel Dave David Denis Dennis Dick Diego Dieter"
    " Dmitri Dmitriy Dmitry Dmytro Don Donald Doug Douglas Ed Eddie Eduard Edward Emmanuel Enrique Eric Erik Ernest Evan"
    " Evgeny Felix Feodor Fernando Francis Francisco Francois François Frank Franz Fred Frederick Friedrich Fyodor Gary"
    " Gennady George Georgy Gerald Gerard Gerhard Giorgi Giovanni Giuseppe Glenn Gordon Graham Greg Gregory Grigory Hamid"
    " Hans Harold Harry Hassan Heinrich Helmut Henri Henry Herbert Herman Howard Hugh Hugo Hussein Ian Ibrahim Igor Ilya"
    " Imran Isaac Ismail Ivan Jack Jacob Jacques Jake Jamal James Jan Jared Jason Javad Javier Jay Jeff Jeffrey Jens Jeremy"
    " Jerry Jim Jimmy Joe Joel Johan Johann John Johnny Jon Jonathan Jorge Jose José Josef Josep Joseph Josh Joshua Juan"
    " Jürgen Karl Keir Keith Ken Kenneth Kevin Khalid Kirill Klaus Konstantin Kurt Lars Larry Laurent Lawrence Lee Leo Leon"
    " Leonid Lev Lloyd Louis Luis Luigi Lukas Mahmoud Manfred Manuel Marc Marcel Marco Marcus Mario Mark Markus Martin Marty"
    " Massoud Matt Matteo Matthew Maurice Max Maxim Mehmet Michael Michel Miguel Mikhail Mike Mohamed Mohammad Mohammed"
    " Mohamad Muhammad Mustafa Nathan Neil Nicholas Nick Nicolas Nigel Nikita Nikolai Nikolay Oleg Oleksandr Oleksii Oleksiy"
    " Oliver Omar Osama Oscar Otto Pablo Pascal Patrick Paul Pavel Pavlo Pedro Perry Pete Peter Petr Petro Phil Philip"
    " Philippe Pierre Pyotr Rafael Ralph Ramzan Rand Randy Raul Ray Raymond Recep Reince Rex Richard Rick Rob Robert Roberto"
    " Rodrigo Roger Roland Ron Ronald Roy Rudolf Rudy Ruslan Russell Ryan Sam Samir Samuel Scott Sean Sebastian Serge Sergei"
    " Sergey Sergio Seth Shimon Silvio Simon Stan Stanislav Stefan Stephen Steve Steven Stuart Taras Ted Terry Thomas Tim"
    " Timothy Toby Todd Tom Tommy Tony Trey Tucker Vadim Valery Vasily Viacheslav Victor Viktor Vince Vincent Vitali Vitaly"
    " Vlad Vladimir Volodymyr Vyacheslav Wally Walter Warren Werner Wilhelm William Willy Wolfgang Xavier Yasser Yevgeny"
    " Yuri Yuriy Yury Yusuf Zachary Zoran"
)
