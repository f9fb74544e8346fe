using System.Globalization;

namespace OneVisit.Local.Platform.People;

/// <summary>
/// People computed from the seed whenever they are asked about; nothing of them is stored. Five make a family, so that spouses, households and deaths
/// agree with each other. A number tells its index: day and month of birth, and the sequence, hold the family and the place in it.
/// </summary>
public sealed class Population
{
    private const int Slots = Family.Slots;
    private const int Days = 365;
    private const int Shelves = 110;
    private const int SlotsBySequence = 4;
    private const int VillagesOfATownship = 40;

    /// <summary>More would not fit into the numbers.</summary>
    public const int Most = Days * Shelves * Slots;

    private static readonly string[] Townships =
        ["001", "002", "003", "101", "102", "103", "104", "105", "106", "107", "110", "111", "112", "113", "114", "115", "116", "117", "119", "203"];

    private readonly Dice dice;

    /// <param name="size">From 1 to <see cref="Most"/>.</param>
    public Population(int size, ulong seed) =>
        (Size, dice) = (size is >= 1 and <= Most ? size : throw new ArgumentOutOfRangeException(nameof(size)), new Dice(seed));

    public int Size { get; }

    /// <param name="index">From 0 up to <see cref="Size"/>, not included.</param>
    public Person At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return Of(index);
    }

    /// <returns><c>null</c>: nobody of ours.</returns>
    public Person? Find(string number)
    {
        if (!ResidentNumber.IsValid(number))
            return null;
        var born = DateOnly.ParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
        var half = int.Parse(number.AsSpan(14, 3), NumberStyles.None, CultureInfo.InvariantCulture) / 2;
        var (slot, shelf) = number.StartsWith(ElderArea, StringComparison.Ordinal) ? (Slots - 1, half) : (half / Shelves, half % Shelves);
        if (shelf >= Shelves || slot >= Slots || (born.Month, born.Day) == (2, 29))
            return null;
        var index = ((shelf * Days) + DayOfYear(born)) * Slots + slot;
        return index < Size && Of(index) is { } person && person.Number == number ? person : null;
    }

    /// <summary>Everybody of a household register who is alive.</summary>
    public IEnumerable<Person> Household(Person of) => Enumerable.Range(of.Index / Slots * Slots, Slots)
        .Where(index => index < Size).Select(Of).Where(person => person.Household == of.Household && person.IsAlive);

    private Person Of(int index)
    {
        var (block, slot) = (index / Slots, index % Slots);
        var family = Family.Of(block, dice);
        var member = family.Members[slot];
        // The day and month hold the family, so they are no matter of chance; 2001 had no 29 February.
        var ordinary = new DateOnly(2001, 1, 1).AddDays(block % Days);
        var born = new DateOnly(member.BornIn, ordinary.Month, ordinary.Day);
        var half = block / Days + (slot < SlotsBySequence ? slot * Shelves : 0);
        var number = ResidentNumber.Of(slot < SlotsBySequence ? Area : ElderArea, born, (half * 2) + (member.IsMan ? 1 : 0));
        return new Circumstances(dice, family, index, slot, born).Of(number, VillageOf(block), Slots * block);
    }

    private string VillageOf(int block) => string.Create(
        CultureInfo.InvariantCulture, $"{Area}{Townships[dice.Throw(block, 900, Townships.Length)]}{201 + dice.Throw(block, 901, VillagesOfATownship)}");

    private static int DayOfYear(DateOnly day) => new DateOnly(2001, day.Month, day.Day).DayOfYear - 1;

    private const string Area = "370982";

    // The eldest was coded in the neighbouring county: a number never says where somebody lives.
    private const string ElderArea = "370921";
}
