import Rulebooks

extension SpoiledRulebook {
    private static let line = SmallRulebook.window

    static let rules: [SpoiledRulebook] = [
        .init(.unknownReference, "cadence[1].stage", "stage: care", "stage: cure"),
        .init(.unknownReference, "cadence[1].questionnaire", "questionnaire: short", "questionnaire: long"),
        .init(.notAnOption, "cadence[1].channel", "channel: phone", "channel: drum"),
        .init(.notAnOption, "cadence[1].after.all-of[1]", "[purchased], opens", "[sold], opens"),
        // A rule counts from milestones only; one that names a rule, be it itself, would be a circle.
        .init(.notAnOption, "cadence[1].after.all-of[1]", "[purchased], opens", "[first], opens"),
        .init(.wrongShape, "cadence[1].event", line, "event: first"),
        .init(
            .unknownEvent, "cadence[1].event.names[2]", line,
            "event: {names: [closed, opened], opens: 0 days, closes: 2 days}"),
        .init(.duplicate, "cadence[1].after.all-of[2]", "[purchased], opens", "[purchased, purchased], opens"),
        .init(.negative, "cadence[1].after.opens", "opens: 3 days", "opens: -3 days"),
        .init(.notASpan, "cadence[1].after.opens", "opens: 3 days", "opens: 3"),
        .init(.notASpan, "cadence[1].after.opens", "opens: 3 days", "opens: 3 fortnights"),
        .init(.outOfRange, "cadence[1].after.opens", "opens: 3 days", "opens: 9999999 days"),
        .init(.notASpan, "cadence[1].after.opens", "opens: 3 days", "opens: 99999999999999999999 days"),
        .init(.endsBeforeStart, "cadence[1].after.closes", "closes: 6 days", "closes: 2 days"),
        .init(.mixedUnits, "cadence[1].after.closes", "opens: 3 days", "opens: 3 months"),
        .init(.exactlyOne, "cadence[1].after", ", closes: 6 days", "", at: "after:"),
        .init(.exactlyOne, "cadence[1].after", "all-of: [purchased],", "", at: "after:"),
        .init(.exactlyOne, "cadence[1]", line, "", at: "key: first"),
        .init(
            .exactlyOne, "cadence[1]", line,
            line + "\n    before: {milestone: completed, opens: 3 days, closes: 0 days}", at: "key: first"),
        .init(.unknownKey, "cadence[1].after.when", "opens: 3 days", "when: now, opens: 3 days"),
        .init(
            .endsBeforeStart, "cadence[1].before.closes", line,
            "before: {milestone: completed, opens: 3 days, closes: 4 days}"),
        .init(
            .negative, "cadence[1].after.open-for", "closes: 6 days", "open-for: -6 days"),
        .init(
            .negative, "cadence[1].before.closes", line,
            "before: {milestone: completed, opens: 3 days, closes: -4 days}"),
        .init(
            .negative, "cadence[1].recurring.steps[1].every", line,
            "recurring: {milestone: completed, steps: [{every: -1 month, from: 1 month}], open-for: 1 day}"),
        .init(
            .negative, "cadence[1].seasonal.off-season", line,
            "seasonal: {milestone: contract, in-season: 7 days, off-season: -15 days, open-for: 2 days}"),
        .init(
            .impossible, "cadence[1].only-when", line,
            "before: {milestone: completed, opens: 3 days, closes: 0 days}\n    only-when: completed-late",
            at: "only-when"),
        .init(
            .impossible, "cadence[1].only-when", line,
            "event: {names: [closed], opens: 0 days, closes: 2 days}\n    only-when: handled-by-other", at: "only-when"),
        .init(.impossible, "cadence[1].only-when", line, line + "\n    only-when: handled-by-other", at: "only-when"),
        .init(.notAnOption, "cadence[1].only-when", line, line + "\n    only-when: raining", at: "only-when"),
        .init(
            .tooMany, "cadence[1].recurring.steps[1].to", line,
            "recurring: {milestone: completed, steps: [{every: 1 day, from: 0 days, to: 3000 days}], open-for: 1 day}"),
        .init(
            .outOfRange, "cadence[1].recurring.steps[1].to", line,
            "recurring: {milestone: completed, steps: [{every: 1 day, from: 1 day, to: 1000000 days}], open-for: 1 day}"
        ),
        .init(
            .tooMany, "cadence[1].recurring.steps[2].to", line,
            "recurring: {milestone: completed, open-for: 1 day, steps: "
                + "[{every: 1 day, from: 1 day, to: 400 days}, {every: 1 day, from: 401 days, to: 601 days}]}"),
        .init(
            .tooFrequent, "cadence[1].recurring.steps[1].every", line,
            "recurring: {milestone: completed, steps: [{every: 1 day, from: 0 days}], open-for: 1 day}"),
        .init(
            .outOfRange, "cadence[1].recurring.steps[1].every", line,
            "recurring: {milestone: completed, steps: [{every: 0 days, from: 0 days}], open-for: 1 day}"),
        .init(
            .mixedUnits, "cadence[1].recurring.steps[1]", line,
            "recurring: {milestone: completed, steps: [{every: 1 month, from: 10 days}], open-for: 1 day}"),
        .init(
            .overlapping, "cadence[1].recurring.steps[2]", line,
            "recurring: {milestone: completed, open-for: 1 day, "
                + "steps: [{every: 1 month, from: 1 month}, {every: 1 month, from: 9 months}]}"),
        .init(
            .exactlyOne, "cadence[1].recurring", line,
            "recurring: {steps: [{every: 1 month, from: 1 month}], open-for: 1 day}"),
        .init(
            .exactlyOne, "cadence[1].recurring", line,
            "recurring: {milestone: completed, any-of: [purchased], "
                + "steps: [{every: 1 month, from: 1 month}], open-for: 1 day}"),
        .init(
            .duplicate, "cadence[1].recurring.any-of[2]", line,
            "recurring: {any-of: [purchased, purchased], steps: [{every: 1 month, from: 1 month}], open-for: 1 day}"),
        .init(
            .impossible, "cadence[1].only-when", line,
            "recurring: {any-of: [final-payment, completed], steps: [{every: 1 month, from: 1 month}], "
                + "open-for: 1 day}\n    only-when: handled-by-other", at: "only-when"),
        .init(
            .endsBeforeStart, "cadence[1].recurring.steps[1].to", line,
            "recurring: {milestone: completed, open-for: 1 day, steps: [{every: 1 day, from: 9 days, to: 8 days}]}"),
        .init(
            .tooFrequent, "cadence[1].seasonal.in-season", line,
            "seasonal: {milestone: contract, in-season: 1 day, off-season: 15 days, open-for: 2 days}"),
        .init(
            .outOfRange, "cadence[1].seasonal.open-for", line,
            "seasonal: {milestone: contract, in-season: 7 days, off-season: 15 days, open-for: 900 days}"),
        .init(
            .duplicate, "cadence[2].key", "questionnaires:\n",
            """
              - key: first # again
                stage: care
                channel: visit
                questionnaire: short
                \(line)
            questionnaires:

            """.replacing("\n\n", with: "\n"), at: "# again"),
    ]
}
