"""text-against-tags: words that give the lie to their tags, and words that only look as if they did."""

import json

import pytest

from game.proof.smells.text_against_tags import find
from game.proof.view import View
from game.scenario import read
from tests.proof.smells import belied_lines, harmless_en, harmless_zh
from tests.proof.smells.noses import ROOT, SOUND, changed, codes, lines, told

CODE = "text-against-tags"
PORTER = SOUND.partition("      porter:\n")[2].partition("        deliver")[0]
CUSTOMERS = [path for path in sorted((ROOT / "scenarios").glob("*/*.yaml")) if not path.stem.endswith(".plays")]


def belied(tags: str, zh: str, en: str = "", more: str = "") -> list[str]:
    """Return what is told of a response with these tags and words; without English words in the Chinese ones alone."""
    words = json.dumps({"zh": zh, "en": en} if en and zh else {"zh": zh} if zh else {"en": en}, ensure_ascii=False)
    names = "        names: rest\n" if "need" in tags else ""
    source = changed(SOUND, (PORTER, f"        say: {words}\n        tags: [{tags}]\n{names}{more}"))
    if not (en and zh):
        source = changed(source, ("level: 2\n", f"level: 2\nlanguages: [{'zh' if zh else 'en'}]\n"))
    scenario, problems = read(source.encode(), "talk.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    return [finding.words["clash.en"] for finding in find(View(scenario, ()))]


def test_a_command_tagged_as_a_request_is_told_at_the_words() -> None:
    """The trainee reads 必须 and is paid for a request."""
    source = changed(SOUND, ("zh: 是房里有什么走不开的事吗？您跟我说说。", "zh: 您必须跟我说清楚为什么走不了。"))
    assert told(source, CODE, "zh") == [
        "“packing/ask-why”的话和标签对不上：“您必须”是“命令”的话，标签却是“探询”“请求”。"
    ]
    assert lines(source, CODE)[0].startswith("zh: 您必须跟我说清楚")
    assert codes(source) == {CODE}


@pytest.mark.parametrize(
    ("tags", "zh"),
    [
        ("request", "这个您必须今天办完。"),
        ("observation, request", "您务必三点前搬走。"),
        ("reaction", "您别这么激动，有话慢慢说。"),
        ("reaction, interpretation", "我知道您难受，不过这没什么大不了的。"),
        ("", "先生，请冷静一下。"),
        ("", "规定就是这样，十二点退房。"),
        ("ownership", "这不是我们的责任，是系统的事。"),
        ("reason", "这个不归我们部门管。"),
        ("", "谁让您不看清楚就下单的。"),
        ("observation", "您怎么不早说呢，现在都满房了。"),
        ("observation", "您老是这样拖到最后一刻。"),
        ("", "您这人也太难伺候了。"),
        ("exploration", "早不走，这不是自找的吗？"),
        ("", "别的客人都没意见，您看看。"),
        ("feeling", "我觉得您是在故意为难我。"),
        ("", "麻烦您再说一遍，刚才没记。"),
        ("", "我劝您还是别等了。"),
        ("reaction", "给您带来不便，敬请谅解。"),
        ("request", "您赶紧给我把表填了。"),
        ("request", "您得先交钱，才能给您开票。"),
        ("observation", "您就是太任性了，谁的话都听不进去。"),
        ("exploration", "这么简单的道理您都不明白吗？"),
        ("request", "请把手机收起来，听明白了吗？"),
        ("reaction", "您别多想，孩子都这样。"),
        ("ownership", "到哪儿了，这得问物流。"),
        ("observation", "人家排后面的都没说什么。"),
        ("exploration", "您这个妈妈怎么当的？"),
        ("interpretation", "您没必要这么生气。"),
        ("", "这是您自己的问题。"),
        ("ownership", "货没到，是快递公司的责任。"),
        ("", "您放心，今晚一定给您修好。"),
        ("", "我跟您保证，今晚一定修好。"),
        ("observation", "您放心，我给您打包票。"),
        ("", "实在对不起，让您久等了。"),
        ("exploration", "您现在一定很着急。"),
        ("interrogation", "我先登记一下您的信息。"),
        ("request", "您的房间在三楼。"),
        ("apology", "房间在三楼，电梯在左边。"),
    ],
)
def test_chinese_words_that_give_the_lie_to_their_tags_are_told(tags: str, zh: str) -> None:
    """Commands, belittling, passing the buck, blame, vows, and tags over words that do nothing of the sort."""
    assert len(belied(tags, zh)) == 1


@pytest.mark.parametrize(
    ("tags", "en"),
    [
        ("request", "You must fill in this form today."),
        ("observation, request", "Sir, you have to leave the room now."),
        ("reaction", "Please calm down, it will be all right."),
        ("interpretation", "I see you are upset, but it's not the end of the world."),
        ("", "I'm afraid that's the policy."),
        ("ownership", "It's not our fault, the courier lost it."),
        ("reason", "There is nothing we can do before Monday."),
        ("", "You should have read the terms."),
        ("observation", "You're being unreasonable about this."),
        ("observation", "You always complain about the room."),
        ("interpretation", "Serves you right for booking late."),
        ("", "Other guests don't complain about the lift."),
        ("feeling", "I feel that you don't trust me."),
        ("feeling", "I feel attacked by what you say."),
        ("", "Could you tell me everything again?"),
        ("", "If I were you I'd wait."),
        ("reaction", "Your call is important to us."),
        ("interpretation", "There is no need to get upset about it."),
        ("reaction", "It's only a small delay."),
        ("", "I'm afraid that's your problem."),
        ("ownership", "It's the courier's fault."),
        ("request", "You'll have to sign here before we can look at it."),
        ("observation", "You are just too petty about it."),
        ("exploration", "How could anyone not see that?"),
        ("request", "Move your car at once, or we tow it."),
        ("reaction", "Never mind, kids are like that."),
        ("ownership", "The weather is out of our control."),
        ("observation", "Others are far more patient than you."),
        ("exploration", "What sort of a person is late for this?"),
        ("", "I guarantee it will be there."),
        ("next-step", "You have my word on it."),
        ("", "I am so sorry about the wait."),
        ("exploration", "You must be very tired."),
        ("interrogation", "Your account is on my screen."),
        ("request", "Your room is on the third floor."),
        ("apology", "Your room is on the third floor."),
    ],
)
def test_english_words_that_give_the_lie_to_their_tags_are_told(tags: str, en: str) -> None:
    """The same in English, where the phrases are others."""
    assert len(belied(tags, "", en)) == 1


@pytest.mark.parametrize(
    ("tags", "zh"),
    [
        ("demand, request", "您必须今天办完，好吗？"),
        ("request, ownership", "这件事我们必须给您一个说法，能给我半小时吗？"),
        ("reaction", "听您这么说，我也特别难过。"),
        ("interpretation", "您说他们让您“别激动”，换谁听了都来气。"),
        ("reaction", "这不是小事，我不会劝您冷静。"),
        ("observation", "保证金昨天已经退到您卡里了。"),
        ("reason", "几点能到我不敢保证，最早六点。"),
        ("observation", "名次谁也保证不了。"),
        ("observation", "这台机器有质量保证书，在您手上。"),
        ("observation", "师傅应该快到了。"),
        ("ownership", "我们怎么没早说呢，是我们疏忽。"),
        ("request, ownership", "这件事我得去问总部，是我们没盯住，您等我半天，行吗？"),
        ("request, ownership", "红的必须发红的，是我们拣错了。您看换一件行吗？"),
        ("ownership", "这么简单的事我们都没办好。"),
        ("ownership", "这不是您的问题，是我们没查清楚。"),
        ("ownership", "系统是我们的，系统的问题就是我们的问题。"),
        ("request", "我让他马上给我回话，您等我五分钟，好吗？"),
        ("ownership", "这不怪您，是我们没说清楚。"),
        ("paraphrase", "您不用再说一遍，我都记下了：三天，十四度。"),
        ("recap", "我再跟您说一遍约好的：五点半我回电。"),
        ("interpretation", "活动那天正赶上您生活该如何安排都没定。"),
        ("reaction, observation", "三天了还没修好，给您带来这么多不便，您家里还有孩子。"),
        ("denial", "规定就是这样。"),
        ("observation, ownership", "他们跟您说“这不是我们的责任”，这话不对。"),
        ("", "您配合一下，两分钟就好。"),
        ("request", "您先坐会儿，喝口水。"),
        ("request", "给我十分钟，我去问清楚。"),
        ("exploration", "我想听您说说当时的情况。"),
        ("apology, ownership", "这个电话本该我打，是我没做到。"),
        ("apology, ownership", "这件事由我负责到底。"),
        ("apology", "这事怪我，让您白跑一趟。"),
        ("reaction", "抱歉让您受累了，孩子还好吗？"),
    ],
)
def test_chinese_words_that_only_look_like_it_are_left_alone(tags: str, zh: str) -> None:
    """Quotes, denials, other meanings of the same letters, and tags that say it openly."""
    assert belied(tags, zh) == []


@pytest.mark.parametrize(
    ("tags", "en"),
    [
        ("interpretation, request", "You must be exhausted. May I take your bag?"),
        ("reaction, request", "I'm sorry you have to wait so long. Would tea help?"),
        ("observation", "You don't have to do anything, we come to you."),
        ("interpretation", 'They told you to "calm down", and that made it worse.'),
        ("reaction", "I won't tell you to calm down; I'd be furious too."),
        ("ownership", "It's not your fault, it's ours."),
        ("ownership", "You should have been told on Monday."),
        ("observation", "That's not a rule of ours, and it was wrong to say so."),
        ("reason", "I can't guarantee a time, I'm afraid; six at the earliest."),
        ("observation", "Nobody can promise you a rank."),
        ("exploration", "You must have worried all night. What worries you most?"),
        ("paraphrase", "Let me repeat that: three days, fourteen degrees."),
        ("interpretation", "You feel ignored, and no wonder."),
        ("recap", "As I promised, it is here by six."),
        ("denial, reason", "I'm afraid that's the policy."),
        ("request", "Give me ten minutes and I'll find out."),
        ("request", "Have a seat, and I'll get the key."),
        ("exploration", "Tell me what happened then."),
        ("interpretation", "No wonder you never want to hear from us again."),
        ("option", "You can always ring me, day or night."),
        ("reaction", "Sorry to hear about your mother."),
        ("observation", "Other guests have told us the same about the lift."),
        ("apology, ownership", "I should have rung you, and that's my doing."),
        ("reaction, observation", "Three days late, with all the inconvenience of a cold flat."),
    ],
)
def test_english_words_that_only_look_like_it_are_left_alone(tags: str, en: str) -> None:
    """The same in English: "you must be tired" is no command."""
    assert belied(tags, "", en) == []


@pytest.mark.parametrize(("tags", "zh"), belied_lines.ZH)
def test_what_should_not_be_said_is_told_in_chinese(tags: str, zh: str) -> None:
    """Lines as they are heard at counters and on the telephone, tagged as something better."""
    assert len(belied(tags, zh)) == 1


@pytest.mark.parametrize(("tags", "en"), belied_lines.EN)
def test_what_should_not_be_said_is_told_in_english(tags: str, en: str) -> None:
    """The same for those who speak English."""
    assert len(belied(tags, "", en)) == 1


@pytest.mark.parametrize(("tags", "zh"), harmless_zh.LINES)
def test_what_may_be_said_is_left_alone_in_chinese(tags: str, zh: str) -> None:
    """Good lines, plain ones, and poor ones that are tagged as such."""
    assert belied(tags, zh) == []


@pytest.mark.parametrize(("tags", "en"), harmless_en.LINES)
def test_what_may_be_said_is_left_alone_in_english(tags: str, en: str) -> None:
    """The same for those who speak English."""
    assert belied(tags, "", en) == []


def test_a_vow_that_is_a_promise_is_left_alone() -> None:
    """Where a promise is written, the words may bind."""
    promise = "        promise: {seven: {about: service, level: 6, by: '19:00'}}\n"
    assert belied("", "我保证七点前修好。", more=promise) == []
    assert belied("", "我保证七点前修好。", more="        keeps: [six]\n") == []


def test_an_apology_in_one_language_alone_is_left_alone() -> None:
    """English says sorry where Chinese does not: only what both say is sure to be one."""
    assert belied("", "您这边请。", "I'm sorry, this way please.") == []
    assert len(belied("", "对不起，这边请。", "I'm sorry, this way please.")) == 1


@pytest.mark.parametrize("path", CUSTOMERS, ids=lambda path: path.stem)
def test_the_customers_that_come_with_the_game_are_left_alone(path: object) -> None:
    """Hundreds of lines written with care, in two languages: none is belied."""
    scenario, _ = read(ROOT.joinpath(str(path)).read_bytes(), str(path))
    assert scenario is not None
    assert list(find(View(scenario, ()))) == []


def test_a_text_that_stands_for_both_languages_is_read_in_its_own() -> None:
    """Chinese words written once ask what they ask; that they are not English is another smell."""
    assert belied("exploration", "您哪天用？", "您哪天用？") == []
