using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>
/// Reads when somebody was born, from a date by either calendar, an age, an animal of the zodiac, a decade, or several of these, which then narrow each
/// other. A date outweighs an age and an age the animal where they contradict each other.
/// </summary>
internal static partial class BirthReader
{
    // A day and month without a year says something once the year is known this closely.
    private const int CloseInYears = 3;

    /// <param name="text">Comparable.</param>
    /// <param name="within">When such a person can have been born, as far as known before; what contradicts it is kept as told.</param>
    /// <param name="chinese">Does who tells it speak Chinese? <c>null</c>: as the text shows.</param>
    /// <param name="ofPerson">The text is about one person, in whatever context.</param>
    /// <returns><c>null</c> when nothing was understood.</returns>
    public static BirthReading? Read(string text, DateOnly today, DaySpan? within = null, bool? chinese = null, bool ofPerson = false)
    {
        if (FromIdNumber(text, today) is { } known) return new BirthReading.Born(DaySpan.Day(known));
        var alive = new DaySpan(new DateOnly(Person.EarliestBirthYear, 1, 1), today);
        var dates = WrittenDate.Find(text, today);
        ImmutableArray<DaySpan> born = [alive];
        var told = false;
        foreach (var spans in Evidence(text, dates, today, chinese ?? HasHan(text), ofPerson))
        {
            var meeting = Meet(born, spans);
            if (meeting.IsEmpty) continue;
            (born, told) = (meeting, true);
        }
        if (within is { } expected && Meet(born, [expected]) is { IsEmpty: false } plausible) born = plausible;
        if (dates is [{ Years.IsEmpty: true, HasDay: true } dayOnly] && OnDay(born, dayOnly) is { IsEmpty: false } days) (born, told) = (days, true);
        return !told ? null : born is [var one] ? new BirthReading.Born(one) : new BirthReading.OneOf(born);
    }

    /// <summary>What was told, weightiest first.</summary>
    private static IEnumerable<ImmutableArray<DaySpan>> Evidence(string text, ImmutableArray<WrittenDate> dates, DateOnly today, bool chinese, bool ofPerson)
    {
        yield return [.. dates.SelectMany(date => date.Spans()).Distinct().OrderBy(span => span.From)];
        if (ToldAges.In(text, today, chinese, ofPerson) is { } age) yield return [age];
        if (ToldYears.InDecade(text, today) is { } decade) yield return [decade];
        yield return ToldYears.InCycles(text, today);
    }

    private static ImmutableArray<DaySpan> Meet(ImmutableArray<DaySpan> some, ImmutableArray<DaySpan> others) =>
        [.. some.SelectMany(one => others.Select(other => one.And(other)).OfType<DaySpan>())];

    private static ImmutableArray<DaySpan> OnDay(ImmutableArray<DaySpan> born, WrittenDate day) =>
        born.Sum(span => span.To.Year - span.From.Year + 1) > CloseInYears * born.Length || born.Length > CloseInYears
            ? []
            : [.. born.SelectMany(span => Enumerable.Range(span.From.Year - 1, span.To.Year - span.From.Year + 2).Select(day.In).OfType<DaySpan>().Select(found => found.And(span)).OfType<DaySpan>()).Distinct()];

    internal static bool HasHan(string text) => text.Any(c => c is >= '\u3400' and <= '\u9FFF');

    private static DateOnly? FromIdNumber(string text, DateOnly today) =>
        IdNumber().Match(text) is { Success: true } match && ResidentId.Read(match.Value, today) is IdReading.Valid { Id: var id } ? id.BornOn : null;

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9x](?![0-9])")]
    private static partial Regex IdNumber();
}
