# SPDX-License-Identifier: EUPL-1.2
"""Changes words in a Word file as somebody would who does not track changes: change_word_file.py FILE WORDS INSTEAD."""
import shutil
import sys
import zipfile

path, words, instead = sys.argv[1:]
changed = path + ".changed"
with zipfile.ZipFile(path) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
    for entry in before.infolist():
        content = before.read(entry)
        if entry.filename == "word/document.xml":
            if words.encode() not in content:
                sys.exit(f"{words} does not stand in {path}")
            content = content.replace(words.encode(), instead.encode(), 1)
        after.writestr(entry, content)
shutil.move(changed, path)
