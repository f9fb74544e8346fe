using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>Directories of 翟镇 at random, each of them one that is taken.</summary>
internal static class EditionGen
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_000].Select(days => new DateOnly(2018, 1, 1).AddDays(days));

    private static readonly Gen<(DateOnly From, DateOnly? To)> Days = Gen.Select(Day, Gen.Int[0, 900].Nullable(), (from, more) => (from, more is { } days ? from.AddDays(days) : (DateOnly?)null));

    private static readonly Gen<string> Name = OneOf("史家庄村", "东柳村", "O'Brien's Lane (north)", "a b", "=1+1", "-村", "@家", "\"引号\"", "𠮷田村", "1", "null", "东柳村第二网格");

    private static readonly Gen<ImmutableArray<string>> Names = Name.Array[0, 3].Select(names => names.Distinct().ToImmutableArray());

    private static readonly Gen<PointRecord> Point = Gen.Select(Days, Days, Gen.Bool, (days, agreed, has) =>
        new PointRecord("370982103", "370982103-01", has ? "ZR-1" : null, has ? agreed.From : null, has ? agreed.To : null, days.From, days.To));

    private static readonly Gen<(int Villages, int Grids, int People)> Sizes = Gen.Select(Gen.Int[1, 6], Gen.Int[0, 9], Gen.Int[0, 12]);

    public static Gen<DirectoryEdition> All { get; } =
        from sizes in Sizes
        from villages in Many(sizes.Villages, Village)
        from grids in Many(sizes.Grids, at => Grid(villages[at % villages.Length], at))
        from people in Many(sizes.People, at => Person(at, villages, grids))
        from points in Point.Array[0, 1]
        select new DirectoryEdition(villages, grids, people, [.. points]).Ordered();

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<ImmutableArray<T>> Many<T>(int count, Func<int, Gen<T>> one) =>
        Enumerable.Range(0, count).Aggregate(Gen.Const(ImmutableArray<T>.Empty), (all, at) => from list in all from next in one(at) select list.Add(next));

    private static Gen<VillageRecord> Village(int at) => Gen.Select(Name, Name, Names, Days, (zh, en, others, days) =>
        new VillageRecord($"370982103{201 + at}", new(zh, en), others, days.From, days.To));

    private static Gen<Grid> Grid(VillageRecord village, int at) => Gen.Select(Name, Name, Gen.Enum<GridKind>(), Gen.Int[0, 400], Names, (zh, en, kind, households, landmarks) =>
        new Grid($"{village.Code}{1 + at:000}", new(zh, en), kind, households, landmarks, village.From, village.To));

    // A person is in a grid or a village once at most, so that nobody is there twice.
    private static Gen<PersonRecord> Person(int at, ImmutableArray<VillageRecord> villages, ImmutableArray<Grid> grids) =>
        from name in Name
        from posts in OneOf(Role.TownshipOfficer, Role.TownshipAgent, Role.CityAgent, Role.CityReviewer).Array[0, 3]
        from days in Days
        from isAgent in Gen.Bool
        from duty in OneOf(GridRole.Assistant, GridRole.InformationOfficer)
        from passed in Days.Array[0, 2]
        from hash in Gen.Bool
        select new PersonRecord($"p-{at}", name,
            [
                .. posts.Distinct().Select(role => new Post(role, role is Role.CityAgent or Role.CityReviewer ? "city/370982" : "township/370982103", days.From, days.To)),
                .. isAgent ? [new Post(Role.VillageAgent, "village/" + villages[at % villages.Length].Code, villages[at % villages.Length].From, villages[at % villages.Length].To)] : ImmutableArray<Post>.Empty,
            ],
            [.. grids.Where((_, number) => number % 12 == at).Select(grid => new GridDuty(duty, grid.Code, grid.From, grid.To))],
            [.. passed.DistinctBy(training => training.From).Select((training, number) => new Training($"subject-{number}", training.From, training.To))])
        {
            IdHash = hash ? $"hash-of-{at}" : null,
            Account = hash ? new Guid(at + 1, 0, 0, new byte[8]) : null,
        };
}
