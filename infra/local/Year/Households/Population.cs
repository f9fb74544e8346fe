using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Households;

/// <summary>Everybody who applies in the year. Made from the seed; as many as it takes for the wished number of cases.</summary>
internal static class Population
{
    private const double DieMeanwhile = 0.012;
    private const int MostDaysToLive = 40;

    public static IReadOnlyList<Resident> Of(YearOptions options, IReadOnlyList<ServicePoint> points, Dice dice)
    {
        var (wishes, all) = (new Wishes(dice), new List<Resident>());
        for (var (cases, number) = (0, 0); cases < options.Cases; number++)
        {
            var resident = Somebody(number, options, points, dice, wishes);
            // The last one comes for no more than is wished.
            var kept = resident.Wish.Services.Take(options.Cases - cases).ToArray();
            all.Add(resident with { Wish = resident.Wish with { Services = kept } });
            cases += kept.Length;
        }
        return [.. all.OrderBy(resident => resident.AppliesOn).ThenBy(resident => resident.Key, StringComparer.Ordinal)];
    }

    private static Resident Somebody(int number, YearOptions options, IReadOnlyList<ServicePoint> points, Dice dice, Wishes wishes)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"household-{number:d6}");
        var day = options.From.AddDays(dice.Between(0, options.Days - 1, $"applies {key}"));
        var point = points[number % points.Count];
        var details = new ApplicantDetails(
            PeopleNames.Of(key), PeopleNames.IdNumber(new DateOnly(1950, 1, 1).AddDays(dice.Between(0, 18_000, $"birth {key}")), number),
            "138" + number.ToString("d8", CultureInfo.InvariantCulture), dice.Pick(point.Villages, $"village {key}"));
        var dies = dice.Happens(DieMeanwhile, $"dies {key}") ? day.AddDays(dice.Between(1, MostDaysToLive, $"when dies {key}")) : (DateOnly?)null;
        return new(key, Participants.ResidentPrefix + key, details, day, wishes.Next(key, day), dies);
    }
}
