"""“我的进步”那一屏的话。"""

WORDS = {
    "window.profile.title": "我的进步",
    "window.profile.nobody": "还没留名字",
    "window.profile.summary": "谈完 {talks} 次，见过 {customers} 位客户",
    "window.profile.empty": "还没有谈完过一次。谈完头一次，得分、徽章和每次的复盘就都在这里了。",
    "window.profile.choose": "去选一位客户",
    "window.profile.scores": "五项得分",
    "window.profile.legend": "从左到右是一次一次的得分，横线是平均，浅色一条是常在的范围。",
    "window.profile.mean": "平均 {mean}",
    "window.profile.score_told": "平均 {mean} 分，{told}，最近一次 {last} 分",
    "window.profile.badges": "徽章",
    "window.profile.held": "拿到了",
    "window.profile.count": "{done} / {needed}",
    "window.profile.history": "谈过的每一次",
    "window.profile.again": "点开一次，就能再看那次的复盘。",
    "window.profile.overall": "{overall} 分",
    "window.profile.more": "再往前看 {count} 次",
    "window.profile.stars": "{stars} 星，满分 5 星",
    "window.profile.repeated": "从第 {turn} 轮重谈",
    "window.profile.uncounted": "从半路重谈的也列在这里，但不算进上面的得分和徽章。",
}
