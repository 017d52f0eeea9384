"""客户档案那一屏的话。"""

WORDS = {
    "window.file.start": "开始谈",
    "window.file.practice": "练习",
    "window.file.exam": "考试",
    "window.file.earlier": "以前谈过的",
    "window.file.here": "上次谈这件事：{verdict}",
    "window.file.before": "之前那一回（{title}）：{verdict}",
    "window.file.learned": "那时候了解到",
    "window.file.can": "我们做得到",
    "window.file.hopes": "客户盼的",
    "window.file.unsaid": "没说从哪儿来",
    "window.file.person": "{name}，{face}",
}
