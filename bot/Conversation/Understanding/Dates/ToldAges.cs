namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>The days of birth that fit an age as told: by full years (周岁), by years counted (虚岁), or by either where a Chinese speaker did not say which.</summary>
internal static class ToldAges
{
    private const int Oldest = 130;

    /// <param name="ofPerson">The text is about one person: a number by itself is an age whatever follows (「八十一，偏瘫」 and 「八十一偏瘫」).</param>
    /// <param name="chinese">Told by somebody who speaks Chinese, who may count years otherwise.</param>
    public static DaySpan? In(string text, DateOnly today, bool chinese, bool ofPerson = false) => InMonths(text, today) ?? InDecades(text, today) ?? InYears(text, today, chinese, ofPerson);

    /// <summary>Full years from one to another, both included, on a day.</summary>
    public static DaySpan Full(int from, int to, DateOnly today) => new(today.AddYears(-(to + 1)).AddDays(1), today.AddYears(-from));

    private static DaySpan? InYears(string text, DateOnly today, bool chinese, bool ofPerson)
    {
        (int Rank, DaySpan Span)? best = null;
        foreach (var number in NumberReader.Find(text))
        {
            if (number.Low < 0 || number.High > Oldest || number.Low != Math.Floor(number.Low) || number.High != Math.Floor(number.High)) continue;
            var (before, behind) = (text[..number.Start], text[number.End..]);
            if (!IsAge(before, behind) && !(ofPerson && number.Low >= 1 && DateWords.AgeFiller.IsMatch(LastClause(before)) && !DateWords.NoAge.IsMatch(behind))) continue;
            var near = $"{before[Math.Max(0, before.Length - 3)..]}{behind[..Math.Min(4, behind.Length)]}";
            var full = !chinese || DateWords.FullAge.IsMatch(near);
            var nominal = chinese && !full && DateWords.NominalAge.IsMatch(near);
            var rank = full ? 2 : nominal ? 1 : 0;
            if (best is null || rank > best.Value.Rank) best = (rank, Span(number, before, behind, full, nominal, today));
        }
        return best?.Span;
    }

    private static bool IsAge(string before, string behind) =>
        DateWords.AgeUnit.IsMatch(behind)
        || (!DateWords.NoAge.IsMatch(behind) && (DateWords.AgeWord.IsMatch(before) || (DateWords.AgeFiller.IsMatch(LastClause(before)) && DateWords.AgeFiller.IsMatch(FirstClause(behind)))));

    private static string LastClause(string text) => text[(text.AsSpan().LastIndexOfAny(DateWords.ClauseEnds) + 1)..];

    private static string FirstClause(string text) => text.AsSpan().IndexOfAny(DateWords.ClauseEnds) is >= 0 and var end ? text[..end] : text;

    private static DaySpan Span(FoundNumber number, string before, string behind, bool full, bool nominal, DateOnly today)
    {
        var (low, high) = ((int)number.Low, (int)number.High);
        if (DateWords.VagueAges.FirstOrDefault(vague => vague.Fits(before, behind, number.High)) is { } words) (low, high) = (low + words.Low, high + words.High);
        (low, high) = (Math.Clamp(low, 0, Oldest), Math.Clamp(high, 0, Oldest));
        var byBirthday = Full(low, high, today);
        if (full) return byBirthday;
        var year = LunarDays.YearOf(today);
        // Who is born counts one.
        var byYears = new DaySpan(LunarDays.Covers(year - high + 1) && high > 0 ? LunarDays.Year(year - high + 1).From : byBirthday.From, Counted(year - Math.Max(1, low) + 1, today));
        return nominal ? byYears : byBirthday.Covering(byYears);
    }

    private static DateOnly Counted(int year, DateOnly today) => LunarDays.Covers(year) && LunarDays.Year(year).To is var last && last < today ? last : today;

    private static DaySpan? InMonths(string text, DateOnly today)
    {
        foreach (var (pattern, fixedMonths) in DateWords.AgesInMonths)
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            var months = fixedMonths ?? (NumberReader.Find(match.Groups["n"].Value) is [var number] ? (int?)number.Low : null);
            if (months is >= 0 and <= 120) return new DaySpan(today.AddMonths(-(months.Value + 1)).AddDays(1), today.AddMonths(-months.Value));
        }
        return null;
    }

    private static DaySpan? InDecades(string text, DateOnly today)
    {
        if (DateWords.AgeDecade.Match(text) is not { Success: true } match) return null;
        var word = match.Groups["n"].Value;
        var from = DateWords.AgeDecades.TryGetValue(word, out var tens) ? (int)tens : (word[0] - '0') * 10;
        var part = match.Groups["part"].Value;
        from += (int)DateWords.AgeDecadeParts[part];
        return Full(from, part.Length == 0 ? from + 9 : from + 3, today);
    }
}
