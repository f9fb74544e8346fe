using System.Globalization;
using OneVisit.Domain.Identity;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Made-up applicants, each with an ID number of their own: who applies again and again is looked at longer.</summary>
public static class People
{
    private static readonly DateOnly FirstBirth = new(1950, 1, 1);

    public static string IdNumberOf(int person)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"370982{FirstBirth.AddDays(person):yyyyMMdd}001");
        return "0123456789X".Select(last => digits + last).Single(number => ResidentId.Read(number, FirstBirth.AddYears(70)) is IdReading.Valid);
    }
}
