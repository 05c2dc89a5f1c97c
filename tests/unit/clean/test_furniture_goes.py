"""Lines that are not the article go wherever they stand. All lines are of our own writing."""

import pytest
from border_article import ARTICLE, TITLE, paragraphs

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


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_and_takes_nothing_of_the_article_with_it(line, rules):
    for place in (1, 3, 6):
        assert paragraphs([*ARTICLE[:place], line, *ARTICLE[place:]], rules) == [TITLE, *ARTICLE]


def test_all_furniture_at_once_leaves_the_article(rules):
    lines = [line for number in range(6) for line in [*FURNITURE[number::60], ARTICLE[number]]]
    assert [line for line in paragraphs(lines, rules) if line not in FURNITURE] == [TITLE, *ARTICLE]
