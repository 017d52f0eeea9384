"""记录存在服务器上时会遇到的麻烦。"""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "store.address": "环境变量 YUQI_STORE 里的地址用不了（{detail}）。要写成 postgresql+psycopg://user:password@server/database 这样；密码里有 @ 就写 %40，有 / 就写 %2F，有冒号就写 %3A。",
    "store.driver": "记录要存到 {path}，可这台电脑没装连 PostgreSQL 的驱动（{detail}）。先运行：pip install psycopg psycopg-binary",
    "store.away": "连不上存记录的服务器：{path}（{detail}）。看看网络通不通、服务器开没开，再试一次；已经存下的都在。",
    "store.refused": "服务器不让进：{path}（{detail}）。核对 YUQI_STORE 里的用户名、密码和数据库名；记录没有动过。",
    "store.denied": "服务器上这个数据库不让写：{path}（{detail}）。请管服务器的人给这个用户建表和写入的权限；已经存下的都在。",
    "store.busy": "服务器正忙，这一步没轮上：{path}（{detail}）。过一会儿再试；已经存下的都在。",
    "store.encoding": "这个数据库的编码是 {detail}，存不全中文：{path}。请用 UTF8 编码另建一个数据库。",
}
