using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation;

/// <summary>What a resident's conversation knows of the city; nothing in it changes during a turn.</summary>
/// <param name="Service">The service that stands in where a conversation does not say which.</param>
/// <param name="ParametersOn">Dated standards and limits.</param>
/// <param name="NewSubmissionId">Makes a submission id: 16 to 64 characters of <c>[A-Za-z0-9-]</c>, not to be guessed.</param>
public sealed record DialogueWorld(
    Service Service, Func<DateOnly, EligibilityParameters> ParametersOn, Gazetteer Places, Func<string> NewSubmissionId)
{
    /// <summary>A number that nobody answers, where none is set.</summary>
    public const string DemoPhone = "0538-7000103";

    /// <summary>Understands free text. Without one, emergencies and other wishes are not recognised.</summary>
    public Reception? Reception { get; init; }

    /// <summary>How an interview is held.</summary>
    public required InterviewPlan Interview { get; init; }

    /// <summary>Every service of the catalogue, in its order.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>What happens in people's lives, in the order of the menu.</summary>
    public required ImmutableArray<LifeEvent> LifeEvents { get; init; }

    /// <summary>Working days, for papers that follow later.</summary>
    public required WorkingDayCalendar Calendar { get; init; }

    /// <summary>The grades of the rating, with what may be ticked beside each.</summary>
    public required RatingGrades Grades { get; init; }

    /// <summary>The paper by which somebody shows on what they act for another; <c>null</c>: nobody is taken on that basis.</summary>
    public required Func<RepresentationBasis, Material?> EvidenceOf { get; init; }

    public Service? Find(string code) => Services.FirstOrDefault(service => service.Code == code);

    /// <summary>Whom to call.</summary>
    public string HelpPhone { get; init; } = DemoPhone;

    /// <summary>Where anybody reads the public pages; <c>null</c>: nothing is linked.</summary>
    public Uri? PublicPages { get; init; }
}
