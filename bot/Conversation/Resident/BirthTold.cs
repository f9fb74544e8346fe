using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding.Dates;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes a day of birth as people tell it. A year or an age is enough where every day of it leads to the same verdicts; else it is asked more closely.</summary>
internal static class BirthTold
{
    private const int MostChoices = 4;
    private const int MostYearsOfOneAge = 4;

    public static Taken? Read(Turn turn, Inquiry inquiry, string text)
    {
        switch (BirthReader.Read(text, turn.Today, Within(turn, inquiry)))
        {
            case BirthReading.Born { Days: var days }:
                return Settled(turn, turn.Told, inquiry, days) is { } day
                    ? new Taken.Understood([new Answered(inquiry, new Answer.Day(day))], Births: days.IsOneDay ? [] : [PlaceOf(inquiry)])
                    : new Taken.Vague(turn.Book[days.From.Year == days.To.Year ? Phrase.BirthDayNeeded : Phrase.BirthYearNeeded, turn.Book.FarDay(days.From), turn.Book.FarDay(days.To)], []);
            case BirthReading.OneOf { Spans: var spans }:
                return new Taken.Vague(
                    turn.Book[Phrase.BirthWhich, turn.Book.List(spans.Select(span => span.From.Year.ToString(CultureInfo.InvariantCulture)))],
                    spans.Length > MostChoices ? [] : [.. spans.Select(span => new Choice(Year(turn, span), $"{PrefixOf(inquiry)}{span.From:yyyy-MM-dd}"))]);
            default:
                return null;
        }
    }

    /// <summary>Whose day it is: the place of a person of the household, or a number of its own below 0 for somebody else.</summary>
    public static int PlaceOf(Inquiry inquiry) => inquiry.Person ?? -(int)inquiry.Question!.Value;

    /// <summary>The day to reckon with: one in the middle, if the earliest and the latest lead to the same verdicts and amounts; <c>null</c> when they do not.</summary>
    public static DateOnly? Settled(Turn turn, Told told, Inquiry inquiry, DaySpan days)
    {
        if (days.IsOneDay) return days.To;
        var (earliest, latest) = (Verdicts(days.From), Verdicts(days.To));
        return earliest.SequenceEqual(latest) ? Standing(days) : null;

        IEnumerable<(string, Verdict)> Verdicts(DateOnly day) =>
            turn.Interviewer.Next(told.With(inquiry, new Answer.Day(day))).Verdicts.Select(verdict => (verdict.Service, verdict.Verdict)).ToArray();
    }

    // Of an age told without saying how years were counted the full years come first; of a longer span the middle.
    private static DateOnly Standing(DaySpan days)
    {
        var half = (days.To.DayNumber - days.From.DayNumber) / 2;
        return days.From.AddDays(half > MostYearsOfOneAge * 365 / 2 ? half : Math.Min(half, 182));
    }

    private static DaySpan? Within(Turn turn, Inquiry inquiry) => turn.Told.AnswerTo(Inquiry.List(Checklist.WhoIsThere, inquiry.Person)) switch
    {
        Answer.Ticked ticked when ticked.Ticks.Contains(Options.Child) => new DaySpan(turn.Today.AddYears(-18).AddDays(1), turn.Today),
        Answer.Ticked ticked when ticked.Ticks.Contains(Options.Elder) => new DaySpan(turn.Today.AddYears(-115), turn.Today.AddYears(-60)),
        _ => null,
    };

    private static string Year(Turn turn, DaySpan span) => turn.Book.Name("format", "year", span.From.Year.ToString(CultureInfo.InvariantCulture))!;
}
