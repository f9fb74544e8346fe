using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation;

/// <summary>What a resident's conversation knows of the city; nothing in it changes during a turn.</summary>
/// <param name="Service">The service this front door offers.</param>
/// <param name="ParametersOn">Dated standards and limits.</param>
/// <param name="NewSubmissionId">Makes a submission id: 16 to 64 characters of <c>[A-Za-z0-9-]</c>, not to be guessed.</param>
public sealed record DialogueWorld(
    Service Service, Func<DateOnly, EligibilityParameters> ParametersOn, Gazetteer Places, Func<string> NewSubmissionId)
{
    /// <summary>A number that nobody answers, where none is set.</summary>
    public const string DemoPhone = "0538-7000103";

    /// <summary>Understands free text. Without one, emergencies and other wishes are not recognised.</summary>
    public Reception? Reception { get; init; }

    /// <summary>Services of the catalogue that are not offered here, to say what they are.</summary>
    public Func<string, Service?> FindService { get; init; } = _ => null;

    /// <summary>Whom to call.</summary>
    public string HelpPhone { get; init; } = DemoPhone;
}
