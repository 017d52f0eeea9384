"""复盘之前三个问题那一屏的话。"""

WORDS = {
    "window.questions.title": "先别急着看分",
    "window.questions.talked": "和{name}谈完了，先自己想一想",
    "window.questions.about": "写几个字就行，空着也可以。写下来的只有您和带教的人看得到，复盘的时候会摆在分数旁边。",
    "window.questions.turning_point": "这次谈话，是从哪一句开始转的？",
    "window.questions.turning_point_hint": "比如：我先说“您一定冻坏了”的时候",
    "window.questions.guess": "您给自己打几分？",
    "window.questions.guess_about": "点一下、拖一下都行，也可以用方向键，或者直接输数字。",
    "window.questions.guessed": "{score} 分",
    "window.questions.no_guess": "还没打分",
    "window.questions.empty": "先不打分",
    "window.questions.next_time": "下次再遇上，您会怎么说？",
    "window.questions.next_time_hint": "把那一句写下来，下次就用得上",
    "window.questions.done": "去看复盘",
    "window.questions.skip": "跳过，直接看复盘",
}
