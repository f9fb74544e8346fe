using System.Collections.Immutable;
using OneVisit.Bot.State;
using OneVisit.Conversation;
using OneVisit.Domain;

namespace OneVisit.Bot.Turns;

/// <summary>The two conversations there are, behind one face.</summary>
internal sealed class Dialogues(ResidentDialogue resident, StaffDesk desk, TimeProvider clock)
{
    public Move Next(Talk talk, bool staff, Heard heard)
    {
        if (staff)
        {
            var work = desk.Next(talk.Staff ?? new StaffState(), heard);
            return new Move(talk with { Staff = work.State }, work.Says, work.Effect);
        }
        var step = resident.Next(talk.Resident ?? new DialogueState(), heard, clock.GetUtcNow());
        return new Move(talk with { Resident = step.State }, step.Says, step.Effect);
    }

    public static Language LanguageOf(Talk talk) => talk.Staff?.Language ?? talk.Resident?.Language ?? Language.Chinese;

    /// <summary>The page speaks another language than before: so does the conversation.</summary>
    public static Talk InLocale(Talk talk, bool staff, string? locale)
    {
        if (locale is null || locale == talk.Locale) return talk;
        var language = Languages.Parse(locale);
        return staff
            ? talk with { Locale = locale, Staff = (talk.Staff ?? new StaffState()) with { Language = language } }
            : talk with { Locale = locale, Resident = (talk.Resident ?? new DialogueState()) with { Language = language, LanguageChosen = talk.Locale is not null } };
    }
}

/// <summary>A step of either conversation.</summary>
internal sealed record Move(Talk Talk, ImmutableArray<Say> Says, Effect? Effect);
