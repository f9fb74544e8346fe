using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Papers that the office issues and withdraws.</summary>
public static partial class CaseDecisions
{
    /// <summary>Journals papers that were printed. What was issued before, by whomever, stays as it was: nothing is written for it.</summary>
    public static Decision IssuePapers(Case current, IEnumerable<PaperIssued> printed) =>
        Accept(Actor.System, [.. printed.Where(paper => current.Paper(paper.Kind, paper.Number) is null)]);

    /// <summary>
    /// The city takes a paper back: it says on the page that confirms it that it does not count any more. The decision itself stays; a wrong one is
    /// mended by its own procedure.
    /// </summary>
    public static Decision WithdrawPaper(Case current, string kind, string number, string? reason, StaffMember caller, DateTimeOffset now)
    {
        var city = Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City);
        if (caller.PostsOn(BeijingTime.DayOf(now)).FirstOrDefault(post => post.Is(Role.CityReviewer, city) || post.Is(Role.BureauOfficer, city)) is not { } post)
            return Refuse(RefusalReason.WrongRole);
        if (current.Paper(kind, number) is not { } paper)
            return Refuse(RefusalReason.UnknownPaper);
        if (paper.Withdrawn is { } before)
            return Refuse(RefusalReason.AlreadyDone) with { By = before.By, At = before.At };
        var words = PlainText.Of(reason);
        return words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest
            ? Refuse(RefusalReason.ReasonRequired) with { Field = "reason" }
            : Accept(caller.In(post), [new PaperWithdrawn(kind, number, words)]);
    }

    /// <summary>How many working days there are, from the day after it, to put a decision into the household's hands.</summary>
    public const int DeliveryDays = 3;

    /// <summary>Last day by which a decision must be in the household's hands, in writing and with reasons.</summary>
    public static DueDate DeliverBy(CaseDecision decision, WorkingDayCalendar calendar) => calendar.After(BeijingTime.DayOf(decision.At), DeliveryDays);

    /// <summary>By when each stage is to be done, counted from acceptance, as far as its own limit fixes that beforehand.</summary>
    public static ImmutableArray<(Stage Stage, DateOnly? By)> PlanOf(Procedure procedure, DateOnly acceptedOn, WorkingDayCalendar calendar) =>
        [.. procedure.Stages.Select(stage => (stage, stage.Limit.ByWorkingDayOfCase is { } days ? calendar.After(acceptedOn, days).On : (DateOnly?)null))];
}
