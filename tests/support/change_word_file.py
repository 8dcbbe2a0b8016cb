# SPDX-License-Identifier: EUPL-1.2
"""Changes words in a Word file, as somebody would who does not track changes:

    change_word_file.py FILE WORDS INSTEAD

or as AUTHOR who does, with a comment on the new words:

    change_word_file.py FILE WORDS INSTEAD AUTHOR COMMENT
"""
import re
import shutil
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

STAMP = 'w:date="2024-06-20T10:00:00Z"'


def run(properties: str, words: str, tag: str = "w:t") -> str:
    return f'<w:r>{properties}<{tag} xml:space="preserve">{words}</{tag}></w:r>' if words else ""


def tracked(document: str, words: str, instead: str, author: str) -> str:
    """The document with the one run that holds the words cut in what stays, what goes and what comes."""
    runs = re.finditer(r'<w:r>((?:<w:rPr>.*?</w:rPr>)?)<w:t[^>]*>([^<]*)</w:t></w:r>', document)
    found = next(one for one in runs if words in one[2])
    properties = found[1]
    before, after = found[2].split(words, 1)
    who = f"w:author={quoteattr(author)} {STAMP}"
    changed = (run(properties, before) + f'<w:del w:id="9001" {who}>' + run(properties, words, "w:delText") + "</w:del>"
               + '<w:commentRangeStart w:id="9003" />' + f'<w:ins w:id="9002" {who}>' + run(properties, instead) + "</w:ins>"
               + '<w:commentRangeEnd w:id="9003" /><w:r><w:commentReference w:id="9003" /></w:r>' + run(properties, after))
    return document[:found.start()] + changed + document[found.end():]


def with_comment(comments: str, author: str, text: str) -> str:
    comment = (f'<w:comment w:id="9003" w:author={quoteattr(author)} {STAMP}><w:p>' + run("", escape(text)) + "</w:p></w:comment>")
    if "</w:comments>" in comments:
        return comments.replace("</w:comments>", comment + "</w:comments>")
    return re.sub(r"/>\s*$", f">{comment}</w:comments>", comments)


def changed_part(name: str, content: str, words: str, instead: str, *tracking: str) -> str:
    if name == "word/comments.xml" and tracking:
        return with_comment(content, *tracking)
    if name != "word/document.xml":
        return content
    if words not in content:
        sys.exit(f"{words} does not stand in the file")
    return tracked(content, words, instead, tracking[0]) if tracking else content.replace(words, instead, 1)


path, *changes = sys.argv[1:]
with zipfile.ZipFile(path) as before, zipfile.ZipFile(path + ".changed", "w", zipfile.ZIP_DEFLATED) as after:
    for entry in before.infolist():
        content = before.read(entry)
        if entry.filename.endswith(".xml"):
            content = changed_part(entry.filename, content.decode(), *changes).encode()
        after.writestr(entry, content)
shutil.move(path + ".changed", path)
