"""What can go wrong with records that are kept on a server."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "store.address": "The address in YUQI_STORE is of no use ({detail}). Write postgresql+psycopg://user:password@server/database; in the password, @ is written %40, / is %2F and : is %3A.",
    "store.driver": "Attempts are to be kept at {path}, but the PostgreSQL driver is not installed here ({detail}). Run: pip install psycopg psycopg-binary",
    "store.away": "The server that keeps the attempts does not answer: {path} ({detail}). Check the network and the server, then try again; everything saved so far is still there.",
    "store.refused": "The server lets nobody in: {path} ({detail}). Check the user, password and database in YUQI_STORE; nothing was changed.",
    "store.denied": "Nothing can be written to this database: {path} ({detail}). Whoever runs the server has to let this user create tables and write; everything saved so far is still there.",
    "store.busy": "The server is busy, and this last step did not get its turn: {path} ({detail}). Try again in a moment; everything saved so far is still there.",
    "store.encoding": "This database keeps text as {detail}, which has no room for Chinese: {path}. Make one in UTF8.",
}
