"""Lines that are not the article go wherever they stand; sentences that begin like them stay. All lines are of our own writing."""

import pytest

from assets.clean.documents import Rules, clean

TITLE = "Norland and Sudmark reopen their border"
ARTICLE = [
    "Norland and Sudmark agreed on Monday to reopen the border crossings that have been closed since the spring, officials said.",
    "The agreement was signed in the harbour town of Eastmouth by the two foreign ministers after a night of talks.",
    "“We have found a way that both parliaments can live with,” the Norland minister told reporters before she left.",
    "Lorries will be let through first, and passengers are to follow once the agreement has been ratified by both sides.",
    "A spokesman for the European Commission welcomed the step and called on both governments to keep to the timetable.",
    "The two countries had recalled their ambassadors in March after a dispute over fishing rights in the sound.",
]

FURNITURE = """\
Ada Holm shakes hands with Bo Rask in Geneva, June 3. Photo: C. Lind / EPA
President Ada Holm speaks during a news conference in Eastmouth, Norland, Monday, June 3, 2024. (AP Photo/Carl Lind)
FILE - Norland Foreign Minister Ada Holm attends a meeting in Oslo, on May 2, 2023. (AP Photo/Carl Lind, File)
1 of 5 | Norland Foreign Minister Ada Holm arrives for talks in Eastmouth. (AP Photo/Carl Lind)
Norland's Ada Holm (L) and Sudmark's Bo Rask pose before their meeting in Geneva
Image caption, Ada Holm and Bo Rask at the summit in Geneva
Image source, Getty Images
Media caption, Watch: Ministers meet in Eastmouth
Photograph: Carl Lind/AFP/Getty Images
The two foreign ministers at the signing in Eastmouth. Photograph: Carl Lind/EPA
[1/3]Foreign Minister Ada Holm walks to a meeting in Eastmouth, June 3, 2024. REUTERS/Carl Lind Acquire Licensing Rights
Ada Holm, left, shakes hands with Bo Rask during the talks in Eastmouth on Monday.
Norland Foreign Minister Ada Holm in Eastmouth, June 3, 2024. © Carl Lind, AFP
Credit: Carl Lind for the Lakeside Herald
Credit...Carl Lind for The Lakeside Herald
(Photo by Carl Lind/Getty Images)
Photo: VCG
File photo of the Norland parliament
Representational image
The border crossing near Eastmouth (illustrative image)
hide caption
toggle caption
Enlarge this image
View image in fullscreen
Listen to this article · 7:32 min Learn more
3-Minute Listen
Listen 4:12
No media source currently available
0:00 0:03:21
240p | 5.1MB
The code has been copied to your clipboard.
The URL has been copied to your clipboard
Share on Facebook
Share on Twitter (Opens in new window)
Click to share on WhatsApp (Opens in new window)
Share Save
Share this article
Copy URL
1.2K shares
345 Comments
12 likes · 4 replies
Follow us on Google News
Follow Lakeside Herald on WhatsApp
Join our Telegram channel for the latest updates
Join us on WhatsApp for breaking news alerts and key updates!
Get the latest news delivered to your inbox every morning.
Sign up for our World Briefing newsletter here.
Sign up here.
Never miss a story. Subscribe to the Lakeside Daily.
Stay informed with our free morning newsletter.
Get email notification for articles from Ada Lind Follow
Thank you for subscribing!
You have been successfully added to our list
Subscribe to read the full story
Already a subscriber? Log in
This article is for subscribers only
Support independent journalism. Donate today.
Your donation helps us keep our reporting free for everyone.
If you value our reporting, please consider making a contribution today.
We rely on your support to keep the Lakeside Herald going. Become a member.
The Lakeside Herald is a nonprofit newsroom funded by readers like you.
We use cookies and similar technologies to personalise content and analyse traffic.
We value your privacy
Accept all
Manage preferences
I accept
To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video
To play this video you need to enable JavaScript in your browser.
This content is hosted by a third party.
Your browser does not support the audio element.
Advertisement
Advertisement - scroll to continue
SKIP ADVERTISEMENT
Story continues below
Article continues after ad
Supported by
Sponsored Content
googletag.cmd.push(function() { googletag.display('div-gpt-ad-123'); });
var _taboola = window._taboola || [];
window.dataLayer = window.dataLayer || [];
{"type":"ad","slot":"box-1","targeting":{"position":"box1"}}
[{"id":1,"name":"box"}]
.article-body { font-size: 16px; }
<div class="ad">
(function(d,s,id){var js;})(document,'script','facebook-jssdk');
"@context": "https://schema.org",
[caption id="attachment_123" align="alignnone" width="300"]
Read also: Norland's fishing fleet returns to the sound
ALSO READ | Sudmark's parliament debates the treaty
Also read: Sudmark's parliament debates the treaty
RELATED: What the border closure has cost
MORE: What the border closure has cost
Related Articles
SEE ALSO: What the border closure has cost
READ MORE HERE
Read the full article here
Read the original article on Lakeside.
Continue reading...
Watch: How the border talks unfolded
WATCH LIVE: Ministers speak to the press
Explainer: Why the two countries closed the border
SUDMARK PARLIAMENT TO VOTE ON BORDER TREATY NEXT WEEK AFTER HEATED DEBATE
CLICK HERE TO GET THE LAKESIDE NEWS APP
This is a breaking news story and will be updated.
This is a developing story. Please check back for updates.
More to follow.
Tags: Norland, Sudmark, border, fishing
Topics: Norland | Sudmark
#Norland #Sudmark #border
Keyword #Norland #Sudmark
Norland, Sudmark, Eastmouth, border, trade, fishing, treaty
See more on: Norland, Sudmark
Filed Under: World, Norland
This article was originally published on Lakeside Herald.
This article was first published by the Lakeside Institute and is republished under a Creative Commons licence.
An earlier version of this article misstated the day of the signing.
Correction: An earlier version of this story gave the wrong name of the harbour.
A version of this article appears in print on June 4, 2024, Section A, Page 6 of the New York edition with the headline: Border to Reopen.
Published in Lakeside, June 4th, 2024
(This story has not been edited by Lakeside staff and is auto-generated from a syndicated feed.)
Except for the headline, this story has not been edited by Lakeside staff and is published from a syndicated feed.
Copyright © 2024 Lakeside Herald. All rights reserved.
© 2024 Lakeside Herald
All Rights Reserved.
Terms of Service | Privacy Policy | Contact Us
Do Not Sell My Personal Information
Any use of materials is permitted only with a hyperlink to lakeside.example.
While citing any materials on the Internet, links to the website lakeside.example are mandatory.
Our Standards: The Lakeside Trust Principles.
The views expressed in this article are the author's own and do not necessarily reflect the position of the Herald.
Opinions expressed here are solely those of the author.
[Edited by Ada Lind]
Editor: huaxia
(END)
Enditem
Editing by Ada Lind
Reporting by Ada Lind in Eastmouth; Editing by Bo Rask
(Reporting by Ada Lind and Bo Rask; Editing by Carl Holm)
— Additional reporting by Bo Rask
Ada Lind contributed to this report.
The Associated Press contributed to this report.
With files from Reuters
Follow Ada Lind on X: @adalind
Contact Ada Lind at ada.lind@lakeside.example
About the author
adalind@lakeside.example
Comments
Leave a comment
Log in to post comments
What do you think? Let us know in the comments below.
View comments
Comment on this story
Be the first to comment
Sort by: Newest
Reply
Was this article helpful?
Poll of the day
View results
Total votes: 1,234
S&P 500 5,234.18 +12.10 (+0.23%)
EUR/USD 1.0823 -0.12%
Brent Crude $82.15 ▲ 0.45%
Weather 18°C
Follow live updates on the talks here
For more news, visit our website
Download our app for the latest updates
Save articles to read later and create your own reading list.
list 1 of 3
end of list
Skip next section Read more
Recommended Stories
Most Read
Editors' Picks
Home / World / Europe
World | Politics | Business | Sport
English | Français | Русский
Print Mail Large Medium Small
Text size: A A A
Share: Facebook Twitter Email
Facebook Twitter Flipboard Email
Print this page
Back to top
Next article
2 min read
Published On 3 Jun 2024
Last updated: 3 June 2024, 10:20
Updated June 3, 2024 10:20 pm IST
Source: Xinhua
Gift Article
Make us preferred on Google
Lire aussi : Le port d'Eastmouth rouvre
Lea también: El puerto reabre
Читайте также: Порт снова открыт
Mehr zum Thema
Todos los derechos reservados
Lakeside Morning airs on Channel 5 weekdays at 7 a.m.
Subscribe to our podcast on Spotify or Apple Podcasts
Have a tip? Email us at tips@lakeside.example
Send us your feedback
Summary is AI-generated, newsroom-reviewed.
Order Reprints | Today's Paper | Subscribe
Sign in to continue
By signing up, you agree to our Terms of Use.
Enter your email address
Please enter a valid email
Something went wrong, please try again later
Terms apply. This site is protected by reCAPTCHA.
Link copied!
Explore more on these topics
Reuse this content
Most viewed
CNN values your feedback
1. How relevant is this ad to you?
Video Ad Feedback
Ad Feedback
Now playing
Up next
Autoplay
Loading ad
Report an error
Spotted an error? Let us know
Show Comments
Hide Comments
""".splitlines()

SENTENCES = """\
Read as a whole, the treaty favours the smaller of the two countries.
See how far the two sides have come, the envoy said.
Follow the money, said one diplomat, and the dispute explains itself.
Look at the port of Eastmouth: half of its cranes stand idle.
Watch what they do, not what they say.
“Subscribe to the treaty or leave the talks,” he told them.
Support for the agreement rose to 61 percent in a poll published on Sunday.
The ministry published the text of the agreement on its website on Tuesday.
He posted on Facebook that the border would open at noon.
Comments by the foreign minister had angered the government in Sudmark.
Related talks on fishing rights are to resume in August.
More than 30,000 lorries crossed the border each month before the closure.
More on the same day than in all of the year before, she said.
The photo showed the two ministers shaking hands in front of the harbour.
A satellite image released by the ministry shows new barracks near the crossing.
He is a former correspondent in Moscow and now advises the minister.
The newspaper Lakeside Herald reported on Monday that the talks had been held in secret.
Contact between the two armies has never been broken off, a general said.
The army has been placed on alert, and leave has been cancelled.
All rights of fishermen in the sound are to be reserved to residents of the two countries, the draft says.
“Your donation will reach the refugees,” the president told the crowd in Eastmouth.
Donations of grain worth 20 million euros have reached the port since March.
The views of the two governments on the islands differ.
She holds the same view, but will not say so in public.
Holm meets Rask again on June 3, 2025, in Geneva, the two ministries said.
We use every means at our disposal to keep the border open, the commander said.
Privacy of the talks had been a condition of both sides.
The left, led by Carl Holm, voted against the treaty.
He sat on the left, next to the minister of defence, and did not speak.
Editors of three newspapers were detained in Sudmark on Friday.
Trade between the two countries fell by 12.5%.
In 2014, 2015 and 2016, Norland, Sudmark, Eastland, Westland, Ostland and Nordia signed similar treaties.
Norland, Sudmark, Eastland, Westland, Ostland and Nordia signed similar treaties.
What do you think will happen if the parliament rejects the treaty?
Was this a mistake? Both governments now say so.
The deal was brokered by Ada Lind, a professor of law at the University of Eastmouth.
He was speaking to reporters on the sidelines of a conference in Oslo (Norland's neighbour to the north).
The minister, who also heads the party, declined to comment further.
“No comment,” the spokesman said.
Yes, said the minister.
It was not to be.
Why?
The end of the war
A night of talks
Why the treaty matters
What happens next
Winners and losers
Who is Ada Holm?
- The border is to open on Monday
• Lorries first, passengers later
1. Both parliaments must ratify the treaty.
2) A joint commission is to meet every month.
Article 5: The parties shall consult one another before closing any crossing.
Q: What comes next?
ADA HOLM: We will ratify it in June.
Holm: We will ratify it in June.
The government in Sudmark (SUD) and the Norland Customs Office (NCO) agreed.
Get the treaty through parliament first, the minister said, and then we will talk about money.
If you ask the fishermen of Eastmouth, the treaty comes too late.
You cannot build a bridge from one side only, the proverb goes.
Our country has no quarrel with its neighbour, the president said.
Please let us sleep at night, a resident wrote to the minister.
Stay at home, the mayor told residents.
This article of the treaty was disputed until the last hour.
This report was drawn up by three judges and has not been published.
This story begins in a harbour town in the spring of 1951.
Copyright law was not part of the agreement.
Cookies and coffee were served while the delegations waited.
Advertisement of the tender is to begin in May, the ministry said.
Sponsored by Norland, the resolution passed with 120 votes to three.
Presented by the foreign minister, the plan found no majority.
Corrections to the map were made overnight, said an official of the border commission.
Photos of the meeting show the two men laughing.
The picture shows Ada Holm and Bo Rask in 1998.
Holm signs the treaty; Rask looks on.
Breaking news reached the delegates at midnight: the government had fallen.
Live ammunition was fired at the crossing, witnesses said.
Video of the incident was shared by the ministry.
Tips from the public led the police to the hideout.
Email exchanges between the two offices were leaked in May.
Search teams found the wreck at noon.
Top stories of the year were the closure and the reopening of the border, the minister joked.
Recommended by the commission, the step had been delayed for months.
Also on Monday, the navy of Sudmark ended its exercise in the sound.
Next week, the two ministers will meet in Geneva.
Next: the question of the islands.
Previous agreements were never ratified.
Please note that the treaty will not be applied before January, the ministry said.
Sign here, the minister is said to have told his colleague.
Temperatures fell to -20° at the crossing.
Norland has an area of 120,000 sq km; Sudmark 80,000 sq km.
The index closed 1.2% higher after the news.
Brent crude rose 2% to $82 a barrel.
According to the Lakeside Herald, an editorial of which had criticised the treaty, the talks go on.
"We will not sign," he said. (Reuters)
EASTMOUTH (Reuters) - The two ministers met again on Tuesday.
The Lakeside Herald is an independent newspaper and has reported from the border since 1951.
Ada Lind, the ambassador of Norland, is a lawyer by training.
Lind is a former editor of the Herald who entered politics in 2010.
Before it's too late, both sides should return to the table.
Tell us the truth, the protesters shouted.
Join us or stay out, said the chancellor.
Become a member of the alliance: that is what Sudmark wants.
Help us to rebuild, the mayor of Eastmouth asked the donors.
Consider the alternatives: war, or years of closed borders.
We need your support for independent courts, the opposition leader told the European Parliament.
If you want peace, support the treaty.
Follow us to Geneva, the delegates of Sudmark were told by their minister.
Unlimited access to the port is what Norland wants.
Full details of the plan were not available.
Free access for fishermen was part of the deal.
Exclusive rights to the sound would be given up by Norland.
""".splitlines()


@pytest.fixture(scope="module")
def rules(codebook) -> Rules:
    return Rules(codebook)


def paragraphs(lines: list[str], rules: Rules) -> list[str]:
    return clean("\n\n".join([TITLE, *lines]).encode(), "text", rules)["body"].split("\n\n")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_and_takes_nothing_of_the_article_with_it(line, rules):
    for place in (1, 3, 6):
        assert paragraphs([*ARTICLE[:place], line, *ARTICLE[place:]], rules) == [TITLE, *ARTICLE]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_of_an_article_stay(line, rules):
    for place in (2, 4):
        assert paragraphs([*ARTICLE[:place], line, *ARTICLE[place:]], rules) == [TITLE, *ARTICLE[:place], line, *ARTICLE[place:]]


def test_all_furniture_at_once_leaves_the_article(rules):
    lines = [line for number in range(6) for line in [*FURNITURE[number::60], ARTICLE[number]]]
    assert [line for line in paragraphs(lines, rules) if line not in FURNITURE] == [TITLE, *ARTICLE]


@pytest.mark.parametrize(
    "bio", ["Ada Lind is a reporter for the Lakeside Herald covering diplomacy.", "Ada Lind is the Herald's chief correspondent."]
)
def test_who_wrote_it_goes_from_the_foot(bio, rules):
    assert paragraphs([*ARTICLE, bio], rules) == [TITLE, *ARTICLE]


def test_a_thread_of_comments_goes_to_its_end(rules):
    thread = [
        "12 Comments",
        "harbourlight",
        "3 hours ago",
        "The ferries were never closed, whatever the ministers say about it now.",
        "Reply",
        "Report",
    ]
    thread += ["Oldtown", "2 hours ago", "I live there and can tell you that they were. Nobody crossed for half a year.", "Reply"]
    thread += [
        "Gullwatcher",
        "1 hour ago",
        "Both of you are right, the small one ran on Sundays and the large one did not.",
        "Like",
        "Reply",
    ]
    assert paragraphs([*ARTICLE, *thread], rules) == [TITLE, *ARTICLE]
    assert paragraphs([*ARTICLE, *thread[1:]], rules) == [TITLE, *ARTICLE]


def test_a_menu_above_and_below_goes(rules):
    menu = ["World", "Politics", "Business", "Sport", "Culture", "Weather", "Podcasts"]
    assert paragraphs([*ARTICLE, *menu], rules) == [TITLE, *ARTICLE]
    page = "\n".join([*menu, TITLE, "By Ada Lind", *ARTICLE])
    assert clean(page.encode(), "text", rules)["body"].split("\n\n") == [TITLE, *ARTICLE]


def test_headlines_in_a_row_below_an_article_go_and_an_announced_list_stays(rules):
    headlines = [f"Harbour of {town} to be dredged before the autumn storms" for town in ("Ay", "Be", "Cy", "Do", "Ea", "Fo")]
    assert paragraphs([*ARTICLE, *headlines], rules) == [TITLE, *ARTICLE]
    demands = [
        "The agreement names four steps:",
        "Ratification by both parliaments",
        "Return of the ambassadors",
        "A joint commission",
        "A review",
    ]
    assert paragraphs([*ARTICLE[:3], *demands, *ARTICLE[3:]], rules) == [TITLE, *ARTICLE[:3], *demands, *ARTICLE[3:]]


def test_a_credit_in_the_middle_does_not_end_the_article(rules):
    assert paragraphs([*ARTICLE[:3], "Source: Xinhua", *ARTICLE[3:]], rules) == [TITLE, *ARTICLE]
