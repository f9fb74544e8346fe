using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A posted form read as an act, or refused for what it lacks.</summary>
internal readonly record struct OutcomeReading(TaskAct? Act, Decision.Refused? Refused)
{
    /// <param name="objectBy">Last day on which the household may object to what the data check found.</param>
    public static OutcomeReading Of(OutcomeForm form, CaseTask task, Case current, Grants grants, DateOnly today, DateOnly objectBy) => (task.Kind, form.Action) switch
    {
        (StageKind.Accept, ActNames.Accept) => new(new TaskAct.ApplicationAccepted(), null),
        (StageKind.Accept, ActNames.NotAccepted) => WithReason(form, reason => new TaskAct.NotAccepted(reason)),
        (StageKind.Collect, ActNames.Collected) => Collected(form, task, current, today),
        (StageKind.Verify, ActNames.Verified) => Verified(form, task, current, objectBy),
        (StageKind.Visit, ActNames.Visited) => Visited(form, current),
        (StageKind.Review, ActNames.Propose) => WithAmount(form, grants, amount => new TaskAct.Proposed(amount)),
        (StageKind.Review, ActNames.ProposeRefusal) => WithReason(form, reason => new TaskAct.ProposedRefusal(reason)),
        (StageKind.Notice, ActNames.NoticePosted) => new(new TaskAct.NoticePosted(), null),
        (StageKind.Decide, ActNames.Approve) => WithAmount(form, grants, amount => new TaskAct.Approved(amount)),
        (StageKind.Decide, ActNames.Return) => Returned(form, current),
        (StageKind.Decide, ActNames.Refuse) => WithReason(form, reason => new TaskAct.Refused(reason)),
        (StageKind.Deliver, ActNames.HandedOver) => ReadingOut.HandedOver(form, current, today),
        (StageKind.Deliver, ActNames.NotMet) => WithReason(form, reason => new TaskAct.NotMet(reason)),
        (StageKind.File, ActNames.Filed) => Registered(form, current),
        _ => No(RefusalReason.UnknownAction, "action"),
    };

    private static OutcomeReading Collected(OutcomeForm form, CaseTask task, Case current, DateOnly today)
    {
        var listed = current.Materials.ToImmutableArray();
        var received = (form.Materials ?? []).Select(code => code?.Trim() ?? "").Where(code => code.Length > 0).Distinct().ToImmutableArray();
        var extra = received.Where(code => listed.All(material => material.HeldByPlatform || material.Code != code)).ToImmutableArray();
        if (extra.Length > 0)
            return new(null, new(RefusalReason.ExtraMaterial) { Field = "materials", About = extra });
        var due = task.StageId == PapersToFollow.StageId
            ? current.StillToFollow
            : listed.Where(material => material is { HeldByPlatform: false, LaterBy: null } and not { ByCommitment: true });
        var missing = due.Select(material => material.Code).Where(code => !received.Contains(code))
            .Where(code => current.Documents.All(document => document.Material != code) && !current.IsOverWithLetter(code, today)).ToImmutableArray();
        return missing.Length > 0
            ? new(null, new(RefusalReason.MaterialsMissing) { Field = "materials", About = missing })
            : Brought(form, task, current) is { } unsaid ? new(null, unsaid) : new(IsBrought(form, task) ? new TaskAct.Collected(received, true, CaseDecisions.Coming(current, form) is { Length: > 0 } cause ? cause : null) : new TaskAct.Collected(received), null);
    }

    // Papers brought to the counter are a visit like any other.
    private static Decision.Refused? Brought(OutcomeForm form, CaseTask task, Case current) =>
        IsBrought(form, task) && CaseDecisions.Coming(current, form) is var cause && cause is not "" && !ComingCauses.All.Contains(cause ?? "")
            ? new(RefusalReason.ComingCauseRequired) { Field = "cause" }
            : null;

    private static bool IsBrought(OutcomeForm form, CaseTask task) => form.InPerson == true && !task.Role.IsAgent();

    private static OutcomeReading Visited(OutcomeForm form, Case current)
    {
        var names = (form.Investigators ?? []).Select(PlainText.Of).Where(name => name.Length > 0).Distinct().ToImmutableArray();
        if (names.Length is < 2 or > Limits.Investigators || names.Any(name => name.Length > Limits.NameLongest))
            return No(RefusalReason.TwoInvestigatorsRequired, "investigators");
        if (names.Where(name => current.Relatives.Any(relative => relative.Name == name)).ToImmutableArray() is { IsEmpty: false } related)
            return new(null, new(RefusalReason.OtherIsRelated) { Field = "investigators", Others = related });
        return WithReason(form, words => new TaskAct.CityVisited(names, words));
    }

    private static OutcomeReading Verified(OutcomeForm form, CaseTask task, Case current, DateOnly objectBy)
    {
        Verification? result = form.Verification switch
        {
            "consistent" => Verification.Consistent,
            "contradicted" => Verification.Contradicted,
            "unknown" => Verification.Unknown,
            _ => null,
        };
        if (result is null)
            return No(RefusalReason.VerificationRequired, "verification");
        var findings = PlainText.OrNull(form.Findings);
        if (findings?.Length > Limits.TextLongest)
            return TooLong("findings", Limits.TextLongest);
        if (result != Verification.Contradicted)
            return new(new TaskAct.Verified(result.Value, findings), null);
        // After the second look the household is told, and has the notice and the remedies to object to.
        return Differences(form, BeijingTime.DayOf(current.SubmittedAt)) is { IsEmpty: false } differences
            ? new(new TaskAct.Verified(Verification.Contradicted, findings, differences, task.StageId == BesideTasks.Recheck ? null : objectBy), null)
            : No(RefusalReason.DifferencesRequired, "differences");
    }

    private static ImmutableArray<DataDifference> Differences(OutcomeForm form, DateOnly submittedOn)
    {
        var read = (form.Differences ?? []).Select(difference => difference with { Told = PlainText.Of(difference.Told), Found = PlainText.Of(difference.Found) }).ToImmutableArray();
        return read.Length <= Limits.Differences && read.All(IsWhole) ? read : [];

        bool IsWhole(DataDifference difference) =>
            DataFields.All.Contains(difference.Field) && DataRegisters.All.Contains(difference.Register)
            && difference.Told.Length is > 0 and <= Limits.DifferenceLongest && difference.Found.Length is > 0 and <= Limits.DifferenceLongest
            && difference.AsOf > submittedOn.AddYears(-10) && difference.AsOf <= submittedOn.AddYears(1);
    }

    private static OutcomeReading Returned(OutcomeForm form, Case current)
    {
        var items = (form.Items ?? []).Select(PlainText.Of).Where(item => item.Length > 0).ToImmutableArray();
        var beyond = items.Select(ReturnItems.CodeOf).OfType<string>().Where(code => current.Materials.All(listed => listed.Code != code)).Distinct().ToImmutableArray();
        if (beyond.Length > 0)
            return new(null, new(RefusalReason.ExtraMaterial) { Field = "items", About = beyond });
        return items.Length is < 1 or > Limits.Items || items.Any(item => item.Length > Limits.ItemLongest)
            ? No(RefusalReason.ItemsRequired, "items")
            : WithReason(form, reason => new TaskAct.Returned(items, reason));
    }

    private static OutcomeReading Registered(OutcomeForm form, Case current)
    {
        var number = PlainText.OrNull(form.RegisterNumber) ?? current.CaseId;
        return number.Length > Limits.RegisterNumberLongest
            ? TooLong("registerNumber", Limits.RegisterNumberLongest)
            : new(new TaskAct.Registered(number), null);
    }

    private static OutcomeReading WithAmount(OutcomeForm form, Grants grants, Func<Money?, TaskAct> act)
    {
        if (grants == Grants.Nothing)
            return new(act(null), null);
        return form.Amount is { } yuan and >= 0 and <= Limits.MonthlyAmount && (yuan > 0 || grants == Grants.Recomputed) && decimal.Round(yuan, 2) == yuan
            ? new(act(new Money(yuan)), null)
            : No(RefusalReason.AmountRequired, "amount");
    }

    private static OutcomeReading WithReason(OutcomeForm form, Func<string, TaskAct> act)
    {
        var reason = PlainText.Of(form.Reason);
        return reason.Length is >= Limits.ReasonShortest and <= Limits.ReasonLongest ? new(act(reason), null) : No(RefusalReason.ReasonRequired, "reason");
    }

    private static OutcomeReading TooLong(string field, int longest) => new(null, new(RefusalReason.TextTooLong) { Field = field, Longest = longest });

    private static OutcomeReading No(RefusalReason reason, string field) => new(null, new(reason) { Field = field });
}
