"""选客户那一屏的话。"""

WORDS = {
    "window.library.profile": "我的进步",
    "window.library.lessons": "课卡",
    "window.library.next": "接下来见谁",
    "window.library.open_next": "看档案",
    "window.library.search": "找客户",
    "window.library.search_hint": "按标题、名字、行业找",
    "window.library.clear": "清空，全部看看",
    "window.library.all": "全部",
    "window.library.level": "难度 {level}",
    "window.library.any_level": "难度不限",
    "window.library.level_told": "难度 {level}，最难是 5",
    "window.library.none": "没有找到“{typed}”。换个说法，或者把上面的条件放宽些。",
    "window.library.none_so": "这样挑，一位客户也没有。把条件放宽些试试。",
    "window.library.shown": "{count} 位客户",
    "window.library.best": "最好：{verdict}",
    "window.library.card": "{title}，{name}",
}
