namespace OneVisit.Local.Platform.People;

/// <summary>What the registries have about one of a family; the same whenever it is asked for.</summary>
internal sealed class Circumstances(Dice dice, Family family, int index, int slot, DateOnly born)
{
    // What depends on an age is counted on one day, so that nobody changes by being asked about later.
    private static readonly DateOnly Census = new(2026, 1, 1);
    private static readonly string[] Kinds = ["physical", "visual", "hearing", "intellectual", "mental", "speech"];

    private Member Member => family.Members[slot];

    private int Age => Census.Year - born.Year;

    public Person Of(string number, string village, int firstOfFamily)
    {
        var died = DiedOn(index, Age);
        var alive = died is null;
        var spouse = alive && Member.Spouse is { } other && DiedOn(firstOfFamily + other, Census.Year - family.Members[other].BornIn) is null ? firstOfFamily + other : (int?)null;
        var isDisabled = dice.Chance(index, 20, Age > 60 ? 14 : 5);
        var isStudent = alive && Age is >= 6 and <= 22 && (Age <= 16 || dice.Chance(index, 21, 60));
        var works = alive && Age is > 22 and < 60 && !isStudent && dice.Chance(index, 22, 45);
        return new(
            index, number, Member.IsMan, born, village, firstOfFamily + Member.Register, spouse, died, Cremated: !alive && dice.Chance(index, 23, 97),
            isDisabled ? Kinds[dice.Throw(index, 24, Kinds.Length)] : null, isDisabled ? 1 + dice.Throw(index, 25, 4) : 0, isStudent,
            Cars: alive && Age is >= 20 and < 70 && slot == 0 && dice.Chance(index, 26, 35) ? 1 : 0,
            Homes: alive && IsFirstOfItsRegister && Age >= 18 ? Member.Register == 0 ? family.Homes : 1 : 0,
            InsuranceBase: works ? 3_500 + (100 * dice.Throw(index, 27, 60)) : null, alive ? Benefits(firstOfFamily, isDisabled) : []);
    }

    private bool IsFirstOfItsRegister => slot == family.Members.TakeWhile(member => member.Register != Member.Register).Count();

    // The whole register draws the allowance or nobody of it does; old people draw by their age.
    private List<string> Benefits(int firstOfFamily, bool isDisabled)
    {
        var benefits = new List<string>();
        var poor = dice.Chance(firstOfFamily + Member.Register, 30, 4);
        if (poor)
            benefits.Add("D1.2");
        if (poor && isDisabled)
            benefits.Add("D5.1");
        if (Age is >= 80 and < 100)
            benefits.Add("D7.1");
        return benefits;
    }

    private DateOnly? DiedOn(int person, int age)
    {
        var percent = age switch { > 90 => 60, > 80 => 30, > 70 => 10, > 50 => 3, _ => 1 };
        return dice.Chance(person, 40, percent) && age > 0 ? Census.AddDays(-1 - dice.Throw(person, 41, Math.Min(3_000, age * 300))) : null;
    }
}
