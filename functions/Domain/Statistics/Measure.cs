using OneVisit.Domain.Services;

namespace OneVisit.Domain.Statistics;

/// <summary>
/// What a <see cref="Cell"/> counts. The numbers are stored: add new ones, never move or reuse one. <see cref="Received"/> and <see cref="Open"/> count in
/// the month of the application, everything else in the month of the decision, so that no month looks better because its slow cases are still to come.
/// </summary>
public enum Measure
{
    Received = 0,
    Open = 1,
    Approved = 2,
    Refused = 3,
    NotAccepted = 4,

    /// <summary>Decided with a clock.</summary>
    Clocked = 5,
    Green = 6,
    Yellow = 7,
    Red = 8,
    FirstTimeRight = 9,
    Returned = 10,
    Reopened = 11,

    /// <summary>Cases in which papers were asked for after the application.</summary>
    Asked = 12,

    /// <summary>Cases in which a request beyond the list was refused.</summary>
    ExtraCases = 13,

    /// <summary>Such requests.</summary>
    ExtraRequests = 14,
    NoVisit = 15,
    OneVisit = 16,
    MoreVisits = 17,

    /// <summary>Visits beyond the first, by their cause; six in the order of <see cref="Cases.ComingCauses.All"/>.</summary>
    VisitCause = 18,
    Reviewed = 24,
    Excellent = 25,
    Qualified = 26,
    Unqualified = 27,

    /// <summary>Tenths of points, added up.</summary>
    ScoreTenths = 28,
    Closed = 29,
    RatingExcluded = 30,

    /// <summary>Ratings that count, one to five stars.</summary>
    Stars = 31,
    Relatives = 36,
    Complained = 37,

    /// <summary>Cases that went through a stage, by <see cref="StageKind"/>; the days they took; those whose yellow or red is that stage's.</summary>
    StageCases = 40,
    StageDays = 60,
    StageYellow = 80,
    StageRed = 100,
}
