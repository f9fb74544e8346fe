using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

public static partial class MatterDecisions
{
    /// <summary>A drawn case goes to the city's reviewer; not to one who acted in it.</summary>
    public static ImmutableArray<SupervisionEvent> OpenReview(string matterId, Case file, Drawn drawn, string draw, MatterWorld world, DateTimeOffset now) =>
    [
        new MatterOpened(matterId, new MatterSubject.OfReview(file.CaseId, drawn.Point, draw, drawn.Reasons)),
        Open(StepKind.ReviewFile, 1, Role.CityReviewer, CityOf(drawn.Point), ActedIn(file), world.Limits.FileReview, BeijingTime.DayOf(now), world.Calendar),
    ];

    /// <summary>
    /// A bad rating goes to the township: to its officers, but not to one who handled the case when somebody else is there; when only the handlers hold
    /// that post, to the chief representative.
    /// </summary>
    /// <param name="officers">Who holds the officer's post at the township today.</param>
    /// <param name="chiefs">Who holds the chief representative's.</param>
    public static ImmutableArray<SupervisionEvent> OpenRemedy(
        string matterId, Case rated, IReadOnlyList<StaffMember> officers, IReadOnlyList<StaffMember> chiefs, MatterWorld world, DateTimeOffset now)
    {
        var rating = rated.Rating ?? throw new InvalidOperationException("A remedy follows a rating.");
        var point = PointOf(rated);
        var handlers = HandledBy(rated);
        var role = officers.Any(IsAnother) || !chiefs.Any(IsAnother) ? Role.TownshipOfficer : Role.ChiefRepresentative;
        // Nobody else is there at all: better the handler than nobody.
        var notBy = officers.Concat(chiefs).Any(IsAnother) ? handlers : [];
        return
        [
            new MatterOpened(matterId, new MatterSubject.OfRemedy(rated.CaseId, point, rating.Stars, rating.Tags, rating.Comment)),
            Open(StepKind.ContactRater, 1, role, point, notBy, world.Limits.RemedyContact, BeijingTime.DayOf(now), world.Calendar),
        ];

        bool IsAnother(StaffMember member) => !handlers.Contains(member.Participant);
    }

    /// <summary>A complaint goes to the city, whoever it is about; a named case is visited as well.</summary>
    /// <param name="city">Office of the city, for a complaint about no case.</param>
    public static ImmutableArray<SupervisionEvent> OpenComplaint(string matterId, MatterSubject.OfComplaint complaint, Case? about, string city, MatterWorld world, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var notBy = about is null ? [] : ActedIn(about);
        var answer = Open(StepKind.AnswerComplaint, 1, Role.CityReviewer, city, notBy, world.Limits.ComplaintAnswer, today, world.Calendar);
        return about is null
            ? [new MatterOpened(matterId, complaint), answer]
            : [new MatterOpened(matterId, complaint), answer, Open(StepKind.VisitHousehold, 1, Role.CityReviewer, city, notBy, world.Limits.ComplaintVisit, today, world.Calendar)];
    }

    /// <summary>
    /// An objection to a notice goes to an officer of the township, but not to one who surveyed or reviewed what is objected to; where nobody else holds
    /// that post, to the city.
    /// </summary>
    /// <param name="officers">Who holds the officer's post at the township today.</param>
    public static ImmutableArray<SupervisionEvent> OpenObjection(
        string matterId, MatterSubject.OfObjection objection, Case about, IReadOnlyList<StaffMember> officers, MatterWorld world, DateTimeOffset now)
    {
        var (today, point) = (BeijingTime.DayOf(now), PointOf(about));
        var involved = officers.Where(officer => JudgedBy(about).Contains(officer.Participant) || about.Survey?.Investigators.Contains(officer.Name) == true)
            .Select(officer => officer.Participant).ToHashSet(StringComparer.Ordinal);
        var another = officers.Any(officer => !involved.Contains(officer.Participant));
        return
        [
            new MatterOpened(matterId, objection),
            another
                ? Open(StepKind.AnswerObjection, 1, Role.TownshipOfficer, point, involved, world.Limits.ObjectionAnswer, today, world.Calendar)
                : Open(StepKind.AnswerObjection, 1, Role.CityReviewer, CityOf(point), ActedIn(about), world.Limits.ObjectionAnswer, today, world.Calendar),
        ];
    }

    /// <summary>The township in charge of a case.</summary>
    public static string PointOf(Case current) => Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township);

    public static string CityOf(string point) => Offices.Id(OfficeLevel.City, Offices.PlaceOf(point)[..6]);

    // 经办人: whoever ran, surveyed, checked or reviewed. Who decided is their superior and may put it right.
    private static ImmutableArray<string> HandledBy(Case current) =>
    [
        .. current.Tasks.Where(task => task.Done is { By.Role: Role.TownshipOfficer or Role.VillageAgent }).Select(task => task.Done!.By.Participant)
            .Concat(current.Investigators.Select(investigator => investigator.Participant)).Distinct(),
    ];

    // Whose findings and opinion the notice showed.
    private static ImmutableArray<string> JudgedBy(Case current) =>
        [.. current.Tasks.Where(task => task is { Kind: StageKind.Survey or StageKind.Review, Done: not null }).Select(task => task.Done!.By.Participant).Distinct()];

    private static ImmutableArray<string> ActedIn(Case current) =>
        [.. current.Tasks.Where(task => task.Done is not null).Select(task => task.Done!.By.Participant).Concat(current.Investigators.Select(investigator => investigator.Participant)).Distinct()];
}
