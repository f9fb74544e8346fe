namespace OneVisit.Local.Platform.People;

/// <summary>Five related people: who is whose spouse and who stands in which household register.</summary>
/// <param name="Homes">Homes of the family's first register.</param>
internal sealed record Family(IReadOnlyList<Member> Members, int Homes)
{
    public const int Slots = 5;

    public static Family Of(int block, Dice dice)
    {
        var parents = 1965 + dice.Throw(block, 1, 30);
        var elders = parents - 24 - dice.Throw(block, 2, 8);
        var children = Math.Min(parents + 24 + dice.Throw(block, 3, 8), 2024);
        var (husband, wife) = (new Member(true, parents, 0, 1), new Member(false, parents + 1, 0, 0));
        var (first, second) = (new Member(dice.Chance(block, 4, 51), children, 0), new Member(dice.Chance(block, 5, 51), Math.Min(children + 3, 2025), 0));
        var homes = 1 + (dice.Chance(block, 6, 12) ? 1 : 0);
        return dice.Throw(block, 7, 10) switch
        {
            // Three generations under one roof, the grandmother widowed.
            < 5 => new([husband, wife, first, second, new Member(false, elders, 0)], homes),
            // The grandparents in a register of their own.
            < 8 => new([husband, wife, first, new Member(true, elders, 1, 4), new Member(false, elders + 2, 1, 3)], homes),
            // A mother alone with her child, a divorced father elsewhere, an old bachelor, a widow.
            _ => new([husband with { Spouse = null, Register = 1 }, wife with { Spouse = null }, first, new Member(true, elders + 3, 2), new Member(false, elders, 3)], homes),
        };
    }
}

/// <param name="Register">Which of the family's household registers.</param>
/// <param name="Spouse">Slot of who they married; <c>null</c>: nobody.</param>
internal sealed record Member(bool IsMan, int BornIn, int Register, int? Spouse = null);
