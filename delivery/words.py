"""What is said to whoever packs the game, in both languages."""

from typing import Final

import run

WORDS: Final = {
    "no-zip": (
        "还差一个 Windows 版的嵌入式 Python。请到 python.org 的 Windows 下载页，下一个“embeddable package (64-bit)”"
        "（3.11 到 3.13），再把文件写在命令后面：python -m delivery.windows 那个文件.zip",
        "One thing is missing: an embeddable Python for Windows. Get a “Windows embeddable package (64-bit)”, 3.11 to "
        "3.13, from the Windows downloads of python.org, and name the file: python -m delivery.windows THAT-FILE.zip",
    ),
    "absent": ("没有这个文件：{0}", "There is no such file: {0}"),
    "no-archive": (
        "{0} 不是压缩包。要的是“embeddable package”那个 .zip，不是安装程序。",
        "{0} is not a zip archive. It has to be the “embeddable package”, not the installer.",
    ),
    "no-python": (
        "{0} 不是嵌入式 Python，里面没有 {1}。",
        "{0} is not an embeddable Python: it has no {1}.",
    ),
    "machine": (
        "{0} 是给 {1} 的。要 64 位的那个（文件名里有 amd64）。",
        "{0} is for {1}. It has to be the 64-bit one, with amd64 in its name.",
    ),
    "version": (
        "{0} 是 Python {1}。预期要 3.11 到 3.13。",
        "{0} is Python {1}. Yuqi needs 3.11 to 3.13.",
    ),
    "occupied": (
        "文件夹 {0} 已经在了，里面有东西。请换一个，或者先把它移走。",
        "The folder {0} is there already, and not empty. Name another one, or move it away first.",
    ),
    "unwritable": ("这里写不进去：{0}", "Cannot write here: {0}"),
    "gathering": ("正在收集 Windows 上要用的库（Python {0}）……", "Gathering the libraries for Windows, Python {0} ..."),
    "packing": ("正在装配……", "Putting it together ..."),
    "lacking": (
        "{0}、Python {1} 没有现成的包：{2}",
        "{0}, Python {1}: no wheel for {2}",
    ),
    "no-index": (
        "连不上软件包的索引，查不了。看看网络和 pip 的设置；本来就没有网络的话，加上 --offline 跳过这一项。",
        "The package index cannot be reached, so nothing was checked. Look at the network and at pip's settings; "
        "where there is no network on purpose, --offline leaves this check out.",
    ),
    "no-index-here": (
        "连不上软件包的索引。看看网络和 pip 的设置；包已经下好了的话，用 --wheels 指出放在哪个文件夹。",
        "The package index cannot be reached. Look at the network and at pip's settings; if the wheels lie here "
        "already, name their folder with --wheels.",
    ),
    "pip": ("pip 没能做成：\n{0}", "pip did not manage:\n{0}"),
    "no-builder": (
        "打包要用测试环境里的工具。先运行一次 python run.py test，再用 .venv 里的 Python 来打包。",
        "Packing needs the tools of the tests. Run `python run.py test` once, then pack with the Python in .venv.",
    ),
    "unresolved": (
        "装好的文件夹里缺东西，打不开游戏：\n{0}",
        "The folder lacks something that the game needs:\n{0}",
    ),
    "slip": ("{0} 里有不该有的路径：{1}", "{0} has a path that leads outside: {1}"),
    "built": ("好了：{0}（{1} 个文件，{2} MB）", "Done: {0} ({1} files, {2} MB)"),
    "archived": ("压缩包：{0}（{1} MB）", "Archive: {0} ({1} MB)"),
    "skipped": ("说了没有网络，这一项没查。", "Left out: there is no network, as was said."),
    "complete": ("{0}、Python {1}：{2} 个包，都有。", "{0}, Python {1}: {2} wheels, all there."),
    "help-wheels": (
        "查一查：游戏要用的库，在 Windows、macOS、Linux 的每个 Python 版本上都有现成的包。",
        "Checks that every library of the game has a wheel for Windows, macOS and Linux and each version of Python.",
    ),
    "help-offline": ("没有网络，不查", "there is no network: check nothing"),
    "help-windows": (
        "做一个文件夹：拷到没装 Python 的 Windows 电脑上，双击就能玩。",
        "Makes a folder that starts with a double click on a Windows machine without Python.",
    ),
    "help-zip": ("Windows 版嵌入式 Python（64 位）的 .zip", "the embeddable Python for Windows, 64-bit, a .zip"),
    "help-output": ("放在哪里（默认 build/Yuqi）", "where to put it (build/Yuqi unless told)"),
    "help-folder-of-wheels": ("不上网，从这个文件夹里取包", "take the wheels from this folder, without a network"),
    "help-archive": ("再压成一个 .zip", "pack the folder into a .zip as well"),
    "help-access": ("带上读屏软件用的 accesskit", "put in accesskit, for screen readers"),
}
"""Each text in Chinese and in English."""


def say(key: str, *values: object) -> str:
    """Return a text in the language of whoever started this: that of the system, or what --lang says."""
    return WORDS[key][0 if run.language() == "zh" else 1].format(*values)


class Unpackable(Exception):
    """What stands in the way, in words for whoever packs the game."""

    def __init__(self, key: str, *values: object) -> None:
        super().__init__(say(key, *values))
        self.key = key
