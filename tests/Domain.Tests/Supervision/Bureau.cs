using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

/// <summary>The city's side of the stories: its reviewer, its numbers, its criteria.</summary>
internal static class Bureau
{
    public const string Point = "township/370982103";
    public const string City = "city/370982";

    public static readonly StaffMember Reviewer = Town.Staff("city-reviewer", "赵严", Role.CityReviewer, City);
    public static readonly StaffMember BureauOfficer = Town.Staff("bureau-officer", "方正", Role.BureauOfficer, City);
    public static readonly StaffMember Colleague = Town.Staff("zhai-colleague", "孙立", Role.TownshipOfficer, Point);

    public static readonly SupervisionLimits Limits = new()
    {
        RatingOpen = 5, RemedyContact = 1, RemedyFixSimple = 5, RemedyFixComplex = 15, RemedyRevisit = 5, ComplaintAnswer = 15, ComplaintVisit = 10,
        FileReview = 20, GuidanceLongest = 20, GuidanceRecheck = 5, Filing = 3, NoticeDays = 7, FirstOfRepresentative = 2, Extremes = 1,
        BenefitCheck = 10, BenefitDeath = 5, BenefitConfirm = 3, TaperMonths = 6,
    };

    public static readonly ReviewCriteria Criteria = new("test-1", 90, 60,
    [
        Criterion("authority", null, FactNames.AuthorityFits), Criterion("no-fees", null, null), Criterion("in-time", 10, FactNames.DecidedInTime),
        Criterion("two-checkers", 10, FactNames.TwoCheckers), Criterion("signed", 5, null), Criterion("index", 1, null), Criterion("writing", 0.5m, null),
    ]);

    public static readonly RatingGrades Grades = new([.. Enumerable.Range(1, 5).Select(stars => new RatingGrade(stars, new Text($"{stars}", $"{stars}"), [new RatingTag($"tag-{stars}", new Text("签", "tag"))]))]);

    public static readonly ImmutableDictionary<string, string?> AllWell = new Dictionary<string, string?> { ["no-fees"] = "met", ["signed"] = "met", ["index"] = "met", ["writing"] = "met" }.ToImmutableDictionary();

    public static MatterWorld World(Case? file = null) => new(
        Limits, Town.Calendar, Criteria, file is null ? [] : FileFacts.Of(file, Town.Procedure, Town.Calendar, Limits));

    /// <summary>A closed case with that rating.</summary>
    public static Story Rated(int stars) => Story.Closed.After(CaseDecisions.Rate(Story.Closed.Case, Town.Owner, new RatingForm(stars, "让我多跑了一趟"), Grades, Limits, Town.Calendar, Story.Closed.Now));

    private static Criterion Criterion(string id, decimal? points, string? fact) => new(id, new Text(id, id), points, fact, SourceStatus.Demo);
}

/// <summary>The journal of a matter so far; every step goes through the domain.</summary>
internal sealed record Affair(ImmutableArray<SupervisionEntry> Journal, DateTimeOffset Now, MatterWorld World)
{
    public const string ObjectionId = "YY260303-7K2M9Q11";
    private const string Id = "PC260302-7K2M9Q-202603";

    public Matter Matter => Matter.Of(Journal);

    public static Affair Review(Story story) => Begin(
        MatterDecisions.OpenReview(Id, story.Case, new Drawn(Town.CaseId, Bureau.Point, [DrawReason.Lot]), "CC-202603", Bureau.World(story.Case), story.Now), story.Now, Bureau.World(story.Case));

    public static Affair Remedy(Story story, params StaffMember[] officers) => Begin(
        MatterDecisions.OpenRemedy(Id, story.Case, officers, [Town.Chief], Bureau.World(), story.Now), story.Now, Bureau.World());

    public static Affair Complaint(Case? about) => Begin(
        MatterDecisions.OpenComplaint(
            Id, new MatterSubject.OfComplaint(ComplaintKind.Complaint, "sealed", "hash", about?.CaseId, about is null ? null : Bureau.Point), about, Bureau.City, Bureau.World(), Town.Start),
        Town.Start, Bureau.World());

    public static Affair Of(ImmutableArray<SupervisionEvent> opening, DateTimeOffset now) => Begin(opening, now, Bureau.World());
    public static Affair Objection(Story story, params StaffMember[] officers) => Begin(
        MatterDecisions.OpenObjection(
            ObjectionId, new MatterSubject.OfObjection(Town.CaseId, Bureau.Point, "GS1", "sealed", "hash"), story.Case, officers, Bureau.World(), story.Now), story.Now, Bureau.World());

    public Affair At(DateTimeOffset now) => this with { Now = now };

    public MatterDecision When(string taskId, MatterForm form, StaffMember by) => MatterDecisions.Complete(Matter, taskId, form, by, World, Now);

    public Affair Did(string taskId, MatterForm form, StaffMember by) => After(When(taskId, form, by));

    public Affair After(MatterDecision decision)
    {
        var accepted = Assert.IsType<MatterDecision.Accepted>(decision);
        return this with { Journal = [.. Journal, .. SupervisionEntry.Extend(Journal.Length, Journal.IsEmpty ? JournalChain.Genesis(Id) : Journal[^1].Hash, accepted.Events, accepted.Actor, Now)] };
    }

    public string[] Open => [.. Matter.OpenSteps.Select(step => step.TaskId)];

    private static Affair Begin(ImmutableArray<SupervisionEvent> events, DateTimeOffset now, MatterWorld world) =>
        new Affair([], now, world).After(new MatterDecision.Accepted(Actor.System, events));
}

internal static class MatterThen
{
    public static MatterDecision.Refused IsRefused(this MatterDecision decision, MatterRefusal reason)
    {
        var refused = Assert.IsType<MatterDecision.Refused>(decision);
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
