using System.Collections.Immutable;
using System.Globalization;

namespace OneVisit.Conversation.Understanding;

/// <summary>A number in a text, from <see cref="Low"/> to <see cref="High"/> inclusive (equal unless it was vague), at a place in it.</summary>
internal readonly record struct FoundNumber(decimal Low, decimal High, int Start, int End);

/// <summary>Finds numbers as people write them: digits, Chinese numerals, both mixed, and small English words.</summary>
internal static class NumberReader
{
    private const decimal Largest = 1_000_000_000_000;

    /// <summary>All numbers of a comparable text, in order.</summary>
    public static ImmutableArray<FoundNumber> Find(string text)
    {
        var found = ImmutableArray.CreateBuilder<FoundNumber>();
        for (var at = 0; at < text.Length;)
        {
            if (Vague(text, at) is { } vague)
            {
                found.Add(vague);
                at = vague.End;
                continue;
            }
            var end = EndOfRun(text, at);
            if (end > at)
            {
                if (Read(text[at..end], at, end) is { } number) found.Add(AndMore(text, number));
                at = end;
            }
            else if (IsWordStart(text, at))
            {
                at = ReadWords(text, at, found);
            }
            else
            {
                at++;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>The single value of a run such as <c>1千3</c>, or <c>null</c>.</summary>
    public static decimal? Value(string run)
    {
        decimal myriads = 0, section = 0, lastUnit = 0;
        decimal? number = null;
        var single = false;
        for (var i = 0; i < run.Length; i++)
        {
            var c = run[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i;
                while (end < run.Length && (char.IsAsciiDigit(run[end]) || run[end] is '.' or ',')) end++;
                if (!decimal.TryParse(run[i..end].TrimEnd('.', ','), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits)) return null;
                (number, single) = (digits, end - i == 1);
                i = end - 1;
            }
            else if (Patterns.Digits.TryGetValue(c, out var digit))
            {
                if (digit == 0 && number is null) lastUnit = 0;
                (number, single) = number is { } before ? (before * 10 + digit, false) : (digit, true);
            }
            else if (Patterns.Units.TryGetValue(c, out var unit))
            {
                if (unit >= 10_000) (myriads, section) = (myriads + (section + (number ?? (section == 0 ? 1 : 0))) * unit, 0);
                else section += (number ?? 1) * unit;
                (number, lastUnit) = (null, unit);
            }
            if (myriads > Largest || section > Largest || number > Largest) return null;
        }
        // 一千三 is 1,300 and 一万二 is 12,000: the last unit passed down one step.
        var tail = number is { } rest ? single && lastUnit >= 100 ? rest * lastUnit / 10 : rest : 0;
        return myriads + section + tail;
    }

    /// <summary>「千把块」「几百」「十来万」: an amount without a number of its own.</summary>
    private static FoundNumber? Vague(string text, int start)
    {
        if (!Patterns.VagueStart.Contains(text[start])) return null;
        foreach (var vague in Patterns.Vague)
        {
            if (vague.Pattern.Match(text, start) is not { Success: true } match) continue;
            var unit = match.Groups["unit"] is { Success: true } counted ? UnitOf(counted.Value) : 1;
            return new FoundNumber(vague.Low * unit, vague.High * unit, start, start + match.Length);
        }
        return null;
    }

    private static decimal UnitOf(string word) => Patterns.Units.TryGetValue(word[0], out var unit) ? unit : Patterns.NumberWordUnits.GetValueOrDefault(word, 1);

    /// <summary>「一千多」 may be half as much again of its last unit.</summary>
    private static FoundNumber AndMore(string text, FoundNumber number)
    {
        if (number.Low < 100 || number.Low != number.High || !Patterns.AndMore.IsMatch(text[number.End..])) return number;
        var unit = 10m;
        while (number.Low % (unit * 10) == 0) unit *= 10;
        return number with { High = number.Low + unit / 2 };
    }

    private static FoundNumber? Read(string run, int start, int end)
    {
        // 一两千, 三四口: two neighbouring digits before one unit are a range.
        for (var i = 0; i + 1 < run.Length; i++)
        {
            if (!Patterns.Digits.TryGetValue(run[i], out var low) || !Patterns.Digits.TryGetValue(run[i + 1], out var high)) continue;
            // 七十七八: after a unit the two stand at the end.
            var alone = i + 2 == run.Length ? i == 0 || Patterns.Units.ContainsKey(run[i - 1]) : Patterns.Units.ContainsKey(run[i + 2]);
            if (low > 0 && high == low + 1 && alone && Value(run.Remove(i + 1, 1)) is { } from && Value(run.Remove(i, 1)) is { } to)
                return new FoundNumber(from, to, start, end);
        }
        return Value(run) is { } value ? new FoundNumber(value, value, start, end) : null;
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        var digits = false;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c) || Patterns.Digits.ContainsKey(c)) digits = true;
            else if (Patterns.Units.ContainsKey(c)) { if (char.IsAsciiLetter(c) && (!digits || IsLetter(text, end + 1))) break; }
            else if (!(c is '.' or ',' && digits && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) break;
            end++;
        }
        // A unit alone (万, 千) is no number, apart from 十.
        return digits || (end > start && Patterns.Units[text[start]] == 10) ? end : start;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    private static bool IsWordStart(string text, int at) => IsLetter(text, at) && !(at > 0 && char.IsAsciiLetter(text[at - 1]));

    /// <summary>"A thousand" is one.</summary>
    private static bool IsOne(string text, int at) => at >= 2 && text[at - 1] == ' ' && text[at - 2] == 'a' && !IsLetter(text, at - 3);

    private static int ReadWords(string text, int start, ImmutableArray<FoundNumber>.Builder found)
    {
        decimal total = 0, group = 0;
        var (at, end, any) = (start, start, false);
        while (at < text.Length)
        {
            var stop = at;
            while (stop < text.Length && char.IsAsciiLetter(text[stop])) stop++;
            var word = text[at..stop];
            if (Patterns.NumberWords.TryGetValue(word, out var value)) group += value;
            else if ((any || IsOne(text, at)) && Patterns.NumberWordUnits.TryGetValue(word, out var unit)) (total, group) = unit >= 1_000 ? (total + Math.Max(group, any ? 0 : 1) * unit, 0) : (total, Math.Max(group, 1) * unit);
            else if (any && word == "and") { at = stop + 1; if (stop < text.Length && text[stop] == ' ') continue; break; }
            else break;
            (any, end) = (true, stop);
            at = stop + 1;
            if (stop >= text.Length || text[stop] is not (' ' or '-')) break;
        }
        if (any)
        {
            found.Add(new FoundNumber(total + group, total + group, start, end));
            return end;
        }
        while (start < text.Length && char.IsAsciiLetter(text[start])) start++;
        return start;
    }
}
