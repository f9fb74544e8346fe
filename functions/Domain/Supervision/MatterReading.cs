using System.Collections.Immutable;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>A posted form read as an act, or refused for what it lacks.</summary>
internal readonly record struct MatterReading(MatterAct? Act, MatterDecision.Refused? Refused)
{
    public static MatterReading Of(MatterForm form, MatterStep step, MatterWorld world) => (step.Kind, form.Action) switch
    {
        (StepKind.ReviewFile, MatterActNames.Reviewed) => Reviewed(form, world),
        (StepKind.CorrectFile, MatterActNames.Corrected) => WithWords(form, words => new MatterAct.Corrected(words)),
        (StepKind.RecheckFile, MatterActNames.RecheckPassed) => WithAnyWords(form, words => new MatterAct.RecheckPassed(words)),
        (StepKind.RecheckFile, MatterActNames.RecheckFailed) => WithWords(form, words => new MatterAct.RecheckFailed(words)),
        (StepKind.ContactRater, MatterActNames.Contacted) => Contacted(form),
        (StepKind.FixService, MatterActNames.Fixed) => WithWords(form, words => new MatterAct.Fixed(words)),
        (StepKind.RevisitRater, MatterActNames.Revisited) => Revisited(form),
        (StepKind.RevisitRater, MatterActNames.ExcludeRating) => WithWords(form, words => new MatterAct.Excluded(words)),
        (StepKind.AnswerComplaint or StepKind.AnswerObjection, MatterActNames.Answered) => Answered(form),
        (StepKind.VisitHousehold, MatterActNames.Visited) => Visited(form),
        (StepKind.CheckBenefit or StepKind.ConfirmBenefit, _) => BenefitReading.Of(form, step, world),
        _ => No(MatterRefusal.UnknownAction, "action"),
    };

    // The journal's own knowledge is not asked for and cannot be contradicted; all the rest must be answered.
    private static MatterReading Reviewed(MatterForm form, MatterWorld world)
    {
        var criteria = world.Criteria ?? throw new InvalidOperationException("A review needs its criteria.");
        var answers = criteria.All.Select(criterion => AnswerTo(criterion, form, world)).ToImmutableArray();
        var open = criteria.All.Zip(answers).Where(pair => pair.Second is null).Select(pair => pair.First.Id).ToImmutableArray();
        if (!open.IsEmpty)
            return new(null, new(MatterRefusal.AnswersRequired) { Field = "answers", About = open });
        var given = answers.Select(answer => answer!).ToImmutableArray();
        var score = FileScore.Of(criteria, given);
        var items = (form.Items ?? []).Select(PlainText.Of).Where(item => item.Length > 0).ToImmutableArray();
        if (items.Length > Limits.Items || items.Any(item => item.Length > Limits.ItemLongest) || items.IsEmpty && score.Grade == Grade.Unqualified)
            return No(MatterRefusal.GuidanceRequired, "items");
        if (!items.IsEmpty && (form.Days is not { } days || days < 1 || days > world.Limits.GuidanceLongest))
            return new(null, new(MatterRefusal.DaysOutOfRange) { Field = "days", Most = world.Limits.GuidanceLongest });
        var guidance = items.IsEmpty ? null : new Guidance(items, form.Days!.Value);
        return new(new MatterAct.Reviewed(criteria.Version, given, score.Value, score.Grade, score.Faults, guidance), null);
    }

    private static CriterionAnswer? AnswerTo(Criterion criterion, MatterForm form, MatterWorld world)
    {
        if (world.Known(criterion) is { } known)
            return new CriterionAnswer(criterion.Id, known, ByJournal: true);
        return form.Answers is { } posted && posted.TryGetValue(criterion.Id, out var code) && AnswerCodes.Parse(code) is { } answer
            ? new CriterionAnswer(criterion.Id, answer, ByJournal: false)
            : null;
    }

    private static MatterReading Contacted(MatterForm form) => form.Complexity switch
    {
        "simple" or "complex" => WithWords(form, words => new MatterAct.Contacted(form.Complexity == "complex", words)),
        _ => No(MatterRefusal.ComplexityRequired, "complexity"),
    };

    private static MatterReading Revisited(MatterForm form) => form.Satisfied switch
    {
        "yes" => WithAnyWords(form, words => new MatterAct.Revisited(true, words)),
        "no" => WithWords(form, words => new MatterAct.Revisited(false, words)),
        _ => No(MatterRefusal.SatisfactionRequired, "satisfied"),
    };

    private static MatterReading Answered(MatterForm form) => ComplaintFindings.Parse(form.Finding) is { } finding
        ? WithWords(form, words => new MatterAct.Answered(finding, words))
        : No(MatterRefusal.FindingRequired, "finding");

    private static MatterReading Visited(MatterForm form)
    {
        var names = (form.Investigators ?? []).Select(PlainText.Of).Where(name => name.Length > 0).Distinct().ToImmutableArray();
        return names.Length is < 2 or > Limits.Investigators || names.Any(name => name.Length > Limits.NameLongest)
            ? No(MatterRefusal.TwoInvestigatorsRequired, "investigators")
            : WithWords(form, words => new MatterAct.Visited(names, words));
    }

    internal static MatterReading WithWords(MatterForm form, Func<string, MatterAct> act)
    {
        var words = PlainText.Of(form.Words);
        return words.Length is >= Limits.ReasonShortest and <= Limits.ReasonLongest ? new(act(words), null) : No(MatterRefusal.WordsRequired, "words");
    }

    internal static MatterReading WithAnyWords(MatterForm form, Func<string?, MatterAct> act) => PlainText.OrNull(form.Words) switch
    {
        { Length: > Limits.ReasonLongest } => No(MatterRefusal.WordsRequired, "words"),
        var words => new(act(words), null),
    };

    internal static MatterReading No(MatterRefusal reason, string field) => new(null, new(reason) { Field = field });
}
