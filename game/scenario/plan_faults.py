"""What can be wrong with a test plan beside its form: each code's level, words and hint, in both languages."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error

PLAN: Final[dict[str, Diagnostic]] = {
    "plan-picks": error(
        "“{play}”里“{~picks}”和“{~turns}”要写一样，也只能写一样。",
        "“{play}” needs either `{~picks}` or `{~turns}`, and not both.",
        "只要选法就写“{~picks}”；想一句一句核对就写“{~turns}”。",
        "Write `{~picks}` for a plain list of responses, `{~turns}` to say what is expected of each.",
    ),
    "plan-without-scenario": error(
        "找不到情景“{value}”。",
        "There is no scenario “{value}”.",
        "把情景文件放在旁边，或者在“{~scenario}”里写上它的 id 或路径。",
        "Put the scenario's file beside the plan, or name its id or its path in `{~scenario}`.",
    ),
    "plan-scenario-wrong": error(
        "情景文件“{value}”有错误，这份计划没法跑。",
        "The scenario file “{value}” has errors, so this plan cannot be run.",
        "先用 check 检查那个文件，改好它。",
        "Look it over with `check` and mend it first.",
    ),
    "plan-other-scenario": error(
        "这份计划写的是情景“{value}”，找到的文件里却是“{scenario}”。",
        "The plan is for “{value}”, and the file that was found holds “{scenario}”.",
        "两处写成同一个 id，或者在这里写文件名。",
        "Write the same id in both, or the file's name here.",
    ),
    "plan-unknown-id": error(
        "“{scenario}”里没有叫“{value}”的{kind}。",
        "“{scenario}” has no {kind} “{value}”.",
        "有这些：{known}。",
        "There are: {known}.",
    ),
    "plan-pick-not-offered": error(
        "“{play}”第 {turn} 句在节点“{beat}”选不了“{value}”。",
        "“{play}”, pick {turn}: “{value}” is not on offer at the beat “{beat}”.",
        "这时能选的有：{offered}。",
        "On offer are: {offered}.",
    ),
    "plan-over": error(
        "“{play}”选了 {turn} 句就收在“{ending}”了，从“{value}”起都轮不到。",
        "“{play}” is over after pick {turn}, with the ending “{ending}”; “{value}” and what follows never comes.",
        "删掉后面的选择，或者看看是哪一句提前收了场。",
        "Leave out the rest, or see which pick has ended the talk.",
    ),
    "plan-unfinished": error(
        "“{play}”选完了还没谈到结局，“{key}”没法核对。",
        "“{play}” stops before an ending, so `{key}` cannot be checked.",
        "这时在节点“{beat}”，能选：{offered}；接着选到结局，或者删掉这一条。",
        "It stands at the beat “{beat}”, on offer are: {offered}. Go on to an ending, or leave this out.",
    ),
    "plan-beat": error(
        "“{play}”第 {turn} 句应当在节点“{wanted}”，实际在“{came}”。",
        "“{play}”, pick {turn}: this should be the beat “{wanted}” and is “{came}”.",
        "看看前一句的“{~then}”，再看有没有插进来的事。",
        "Look at the `{~then}` of the pick before it, and at what may have broken in.",
    ),
    "plan-offered": error(
        "“{play}”第 {turn} 句之前，应当能选：{wanted}；实际能选：{came}。",
        "“{play}”, before pick {turn}: on offer should be {wanted}; on offer are {came}.",
        "情景是有意改的就照实际的写；不是，就看看这些回应的“{~if}”。",
        "If the scenario was changed on purpose, write what is on offer now; else look at the `{~if}` of these "
        "responses.",
    ),
    "plan-withheld": error(
        "“{play}”第 {turn} 句之前不该能选“{value}”，实际能选。",
        "“{play}”, before pick {turn}: “{value}” should not be on offer, and is.",
        "看看这个回应的“{~if}”；情景没错就删掉这一条。",
        "Look at the `{~if}` of that response, or leave this out if the scenario is right.",
    ),
    "plan-line": error(
        "“{play}”{when}，客户应当说到“{wanted}”，实际说的是：{came}",
        "“{play}”, {when}: the customer should say “{wanted}”, and says: {came}",
        "照实际说的改这里，或者改情景里的话。",
        "Write here what is said, or mend the words in the scenario.",
    ),
    "plan-heat": error(
        "“{play}”{when}，情绪热度应{wanted}，实际是 {came}。",
        "“{play}”, {when}: the heat should be {wanted} and is {came}.",
        "这一句触发的规则：{rules}。情景没错，就照实际的数改这里。",
        "The rules that fired with this pick: {rules}. If the scenario is right, write here what it gives.",
    ),
    "plan-score": error(
        "“{play}”{when}，{what}应{wanted}，实际是 {came}。",
        "“{play}”, {when}: {what} should be {wanted} and is {came}.",
        "用 score 能看到分数一句一句怎么来的；情景没错，就照实际的分改这里。",
        "`score` shows pick by pick how it comes about. If the scenario is right, write here what it gives.",
    ),
    "plan-level": error(
        "“{play}”{when}，{component}的{what}应{wanted}，实际是 {came}。",
        "“{play}”, {when}: {what} of {component} should be {wanted} and is {came}.",
        "这一句触发的规则：{rules}。情景没错，就照实际的数改这里。",
        "The rules that fired with this pick: {rules}. If the scenario is right, write here what it gives.",
    ),
    "plan-meter": error(
        "“{play}”{when}，计数器“{meter}”应{wanted}，实际是 {came}。",
        "“{play}”, {when}: the meter “{meter}” should be {wanted} and is {came}.",
        "看看选过的回应的“{~meters}”；情景没错，就照实际的数改这里。",
        "Look at the `{~meters}` of what was picked. If the scenario is right, write here what it gives.",
    ),
    "plan-facts": error(
        "“{play}”{when}，应当已经问到“{value}”，实际还没有。",
        "“{play}”, {when}: “{value}” should have been found out, and has not been.",
        "问到了的有：{known}。看看哪个回应的“{~learn}”会带出它。",
        "Found out so far: {known}. Look for the response whose `{~learn}` brings it.",
    ),
    "plan-promises": error(
        "“{play}”{when}，承诺“{value}”应当{wanted}，实际{came}。",
        "“{play}”, {when}: the promise “{value}” should be {wanted} and is {came}.",
        "看看是哪个回应许下它（“{~promise}”）、兑现它（“{~keeps}”）、失信于它（“{~breaks}”）。",
        "Look at the responses that make it (`{~promise}`), keep it (`{~keeps}`) and break it (`{~breaks}`).",
    ),
    "plan-need": error(
        "“{play}”{when}，客户的需要应当{wanted}，实际{came}。",
        "“{play}”, {when}: the customer's need should be {wanted} and is {came}.",
        "要说中它，回应要带标签“{~need}”，“{~names}”写的正是客户的需要。",
        "It is named by a response with the tag `{~need}` whose `{~names}` is the customer's need.",
    ),
    "plan-rules": error(
        "“{play}”{when}，规则“{value}”{should}。",
        "“{play}”, {when}: the rule “{value}” {should}.",
        "触发了的有：{rules}。",
        "Those that fired: {rules}.",
    ),
    "plan-ending": error(
        "“{play}”应当收在{wanted}，实际收在“{came}”。",
        "“{play}” should end with {wanted} and ends with “{came}”.",
        "看看最后一句的“{~then}”，再看有没有插进来的事。",
        "Look at the `{~then}` of the last pick, and at what may have broken in.",
    ),
    "plan-lost": error(
        "“{play}”谈完，客户应当{wanted}，实际{came}。",
        "“{play}”: in the end the customer should be {wanted} and is {came}.",
        "它收在“{ending}”；看看这个结局的“{~lost}”。",
        "It ends with “{ending}”; look at the `{~lost}` of that ending.",
    ),
    "plan-verdict": error(
        "“{play}”的评定应当是{wanted}，实际是“{came}”。",
        "The verdict of “{play}” should be {wanted} and is “{came}”.",
        "总分 {overall}，{short}。",
        "Overall is {overall}; {short}.",
    ),
    "plan-component": error(
        "“{play}”里{component}的评定应当是“{wanted}”，实际是“{came}”。",
        "In “{play}” the verdict of {component} should be “{wanted}” and is “{came}”.",
        "谈完时感知 {perceived}，可接受 {adequate}，理想 {desired}。",
        "In the end perceived is {perceived}, adequate {adequate}, desired {desired}.",
    ),
    "plan-replay": error(
        "“{play}”用同样的选择再走一遍，从第 {turn} 句起结果不一样了。",
        "“{play}”, played again with the same picks, comes out differently from pick {turn} on.",
        "这是程序的错，不是您的：请把情景和这份计划一起报给开发者。",
        "This is a fault of the program, not yours: please report it, with the scenario and this plan.",
    ),
}
"""The catalogue of codes. A failing and a mended plan for each lies in `docs/plans/`."""
