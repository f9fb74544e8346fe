using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Words;

/// <summary>People and offices as they are named to others.</summary>
internal static class ActorWords
{
    /// <summary>Name and role, or <c>null</c> for the clockwork.</summary>
    public static string? Of(Actor actor, Language language) => actor.Role switch
    {
        Role.System => null,
        _ => Sentences.Of(language, "actor", actor.Name, Of(actor.Role, language)),
    };

    /// <summary>Who acted, and for whom where an agent acts for a household; <c>null</c> for the clockwork.</summary>
    public static string? Acting(Actor actor, Language language) => actor.OnBehalfOf is { } principal
        ? Sentences.Of(language, "actor.for", Of(actor, language), principal.Name)
        : Of(actor, language);

    public static string Of(Role role, Language language) => Sentences.Of(language, "role." + role.Code());

    /// <summary>The office's name for people; the id itself when the place is not known.</summary>
    public static string OfOffice(string office, Gazetteer places, Language language)
    {
        var (level, code) = office.Split('/') is [var l, var c] ? (l, c) : ("", "");
        return level switch
        {
            "village" when places.Village(code) is { } village => Sentences.Of(language, "office.village", Trimmed(village.Name.In(language), language)),
            "township" when places.Township(code) is { } township => Sentences.Of(language, "office.township", township.Name.In(language)),
            "city" => Sentences.Of(language, "office.city"),
            _ => office,
        };
    }

    // The Chinese sentence says 村 itself.
    private static string Trimmed(string name, Language language) => language == Language.Chinese ? name.TrimEnd('村') : name;
}
