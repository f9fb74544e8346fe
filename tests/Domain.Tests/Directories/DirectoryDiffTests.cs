using CsCheck;
using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Tests.Directories;

public sealed class DirectoryDiffTests
{
    private static readonly DirectoryEdition Before = new SmallDirectory().Edition();

    [Fact]
    public void A_directory_differs_from_itself_in_nothing() => EditionGen.All.Sample(edition => DirectoryDiff.Between(edition, edition).IsEmpty);

    [Fact]
    public void What_is_added_one_way_is_removed_the_other() => Gen.Select(EditionGen.All, EditionGen.All).Sample(pair =>
        DirectoryDiff.Between(pair.Item1, pair.Item2).Sheets.Zip(DirectoryDiff.Between(pair.Item2, pair.Item1).Sheets)
            .All(sheets => (sheets.First.Added.Length, sheets.First.Removed.Length, sheets.First.Changed.Length) == (sheets.Second.Removed.Length, sheets.Second.Added.Length, sheets.Second.Changed.Length)));

    [Fact]
    public void A_village_with_another_name_is_changed_in_that_field() => Assert.Equal(
        ["villages 370982103202 东柳新村: 名称 东柳村 > 东柳新村"], Changed(new SmallDirectory().With("villages", 3, "名称", "东柳新村")));

    [Fact]
    public void A_post_that_ends_is_changed_and_its_holder_named() => Assert.Equal(
        ["posts shi-agent 村级代办员 370982103201 2020-01-01 史建国: 截止日  > 2026-11-30"], Changed(new SmallDirectory().With("posts", 2, "截止日", "2026-11-30")));

    [Fact]
    public void Another_ID_number_is_a_change_that_shows_no_number()
    {
        var changed = Changed(new SmallDirectory().With("people", 2, "身份证号", "370982197001020011"));

        Assert.Equal(["people shi-agent 史建国: 身份证号 **** > ****"], changed);
    }

    [Fact]
    public void Another_account_is_a_change_that_is_shown() => Assert.Equal(
        [$"people shi-agent 史建国: 统一认证账号 {SmallDirectory.Account} > "], Changed(new SmallDirectory().With("people", 2, "统一认证账号", "")));

    [Fact]
    public void Who_is_new_comes_with_everything_that_is_told_of_them()
    {
        var diff = DirectoryDiff.Between(Before, new SmallDirectory().Add("people", "g-002", "于海", "").Edition(Before));

        Assert.Equal(["g-002", "于海"], Assert.Single(diff.Sheets[2].Added).Fields.Select(field => field.After));
    }

    private static IReadOnlyList<string> Changed(SmallDirectory after) =>
        [.. from sheet in DirectoryDiff.Between(Before, after.Edition(Before)).Sheets
            from line in sheet.Changed
            from field in line.Fields
            select $"{sheet.Sheet.Key} {string.Join(' ', line.Key)} {line.Name}: {field.Column.Heading.Zh} {field.Before} > {field.After}"];
}
