-- SPDX-License-Identifier: EUPL-1.2
-- wrk: many partners answer in turn, yes in one round and no in the next. Argument: a file with a line "path token" each.
local forms, turn, answer = {}, 0, "yes"

function init(arguments)
    for line in io.lines(arguments[1]) do
        local path, token = line:match("^(%S+) (%S+)$")
        forms[#forms + 1] = { path = path, token = token }
    end
end

function request()
    turn = turn + 1
    if turn > #forms then
        turn, answer = 1, answer == "yes" and "no" or "yes"
    end
    return wrk.format("POST", forms[turn].path, { ["Content-Type"] = "application/x-www-form-urlencoded" },
        "form_token=" .. forms[turn].token .. "&answer=" .. answer)
end
