"""Sentences that begin like furniture stay. All are of our own writing."""

import pytest
from border_article import ARTICLE, TITLE, paragraphs

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


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_of_an_article_stay(line, rules):
    for place in (2, 4):
        assert paragraphs([*ARTICLE[:place], line, *ARTICLE[place:]], rules) == [TITLE, *ARTICLE[:place], line, *ARTICLE[place:]]
