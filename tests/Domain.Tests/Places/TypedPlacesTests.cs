using OneVisit.Domain.Places;

namespace OneVisit.Domain.Tests.Places;

/// <summary>Our own labelled places (<c>typed-places.txt</c>), looked for in a city of its full size.</summary>
public sealed class TypedPlacesTests
{
    [Theory]
    [MemberData(nameof(Typed))]
    public void A_place_is_found_as_people_type_it(string typed, string expected)
    {
        var found = WholeCity.Places.Locate(typed);

        Assert.Equal(expected, found.Places.IsEmpty ? "-" : string.Join(", ", found.Places.Select(Shown)) + (found.More ? ", …" : ""));
    }

    [Fact]
    public void At_least_a_hundred_and_twenty_places_are_labelled() => Assert.True(Typed().Count >= 120);

    [Fact]
    public void The_city_is_as_large_as_the_real_one() =>
        Assert.Equal((WholeCity.VillageCount, WholeCity.GridCount), (WholeCity.Places.Villages.Count(), WholeCity.Places.Grids.Count()));

    [Fact]
    public void Never_more_than_six_are_offered_and_that_there_are_more_is_said()
    {
        var found = WholeCity.Places.Locate("翟镇");

        Assert.Equal((6, true), (found.Places.Length, found.More));
    }

    [Fact]
    public void Every_village_is_found_by_its_full_name() => Assert.All(
        WholeCity.Places.Villages.Where(village => village.Into is null),
        village => Assert.Contains(village, WholeCity.Places.Locate(WholeCity.Places.Township(village.Township)!.Name.Zh + village.Name.Zh).Places.Select(place => place.Village)));

    [Fact]
    public void Every_grid_is_found_by_its_village_and_number() => Assert.All(
        WholeCity.Places.Grids,
        grid => Assert.Contains(grid, WholeCity.Places.Locate(WholeCity.Places.Township(grid.Code[..9])!.Name.Zh + WholeCity.Places.Village(grid.Village)!.Name.Zh + grid.Name.Zh).Places.Select(place => place.Grid)));

    [Fact]
    public void A_village_that_went_into_none_is_found_no_more() =>
        Assert.Empty(new Gazetteer([new("370982103", new("翟镇", "Zhaizhen Town"), true)], [new Village("370982103201", new("史家庄村", "Shijiazhuang Village"), "370982103") { Active = false }]).Find("史家庄"));

    public static TheoryData<string, string> Typed()
    {
        var all = new TheoryData<string, string>();
        foreach (var (typed, meant) in TypedPlace.All())
            all.Add(typed, meant);
        return all;
    }

    private static string Shown(FoundPlace place) =>
        WholeCity.Places.Township(place.Village.Township)!.Name.Zh + place.Village.Name.Zh + (place.Grid is { } grid ? "#" + int.Parse(grid.Code[12..], System.Globalization.CultureInfo.InvariantCulture) : "");
}
