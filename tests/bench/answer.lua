-- SPDX-License-Identifier: EUPL-1.2
-- wrk: the same partner answers again and again, yes and no in turn. Arguments: the form token.
local token, turn = "", 0

function init(arguments)
    token = arguments[1]
end

function request()
    turn = turn + 1
    local answer = turn % 2 == 0 and "yes" or "no"
    return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" },
        "form_token=" .. token .. "&answer=" .. answer)
end
