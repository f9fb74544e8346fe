using System.Globalization;
using System.Reflection;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Authority;

/// <summary>The table is read whole or not at all, and has a line for every act of a card.</summary>
public sealed class ActTableTests
{
    [Fact]
    public void Every_act_of_a_card_on_a_case_has_a_line_and_no_line_is_about_another() => HasLines(ActTable.CasePrefix, ActKind.CaseAct, typeof(ActNames));

    [Fact]
    public void Every_act_of_a_card_on_a_step_of_supervision_has_a_line_and_no_line_is_about_another() => HasLines(ActTable.MatterPrefix, ActKind.MatterAct, typeof(MatterActNames));

    [Theory]
    [InlineData("Look | 看 | owner | - | any | 404", "Line 1: 6 columns")]
    [InlineData("Look | 看 | oner | - | any | 404 | law", "Line 1: nobody knows the word 'oner'")]
    [InlineData("Look | 看 | city@mandate | - | any | 404 | law", "'city-filing-officer@mandate'")]
    [InlineData("Look | 看 | owner | kim | any | 404 | law", "'kim'")]
    [InlineData("Look | 看 | owner | - | ended | 404 | law", "'ended'")]
    [InlineData("Look | 看 | owner | - | any | 500 | law", "'500'")]
    [InlineData("Look |  | owner | - | any | 404 | law", "lacks its name in Chinese")]
    [InlineData("# A word.\n\nLook | 看 | owner | - | any | 404 | law\nLook | 看 | resident | - | - | 404 | law", "Look has more than one line")]
    public void What_nobody_could_mean_is_a_fault_that_names_its_place(string table, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidDataException>(() => ActTableReader.Read(table)).Message);

    [Fact]
    public void What_has_no_line_is_nobodys() =>
        Assert.Equal((null, null, null), (ActTable.InForce.Operation("DeleteEverything"), ActTable.InForce.OnCase("pardon"), ActTable.InForce.OnMatter(null)));

    [Fact]
    public void No_act_on_an_operation_is_nobodys() =>
        Assert.DoesNotContain(ActTable.InForce.All, line => line.Kind == ActKind.Operation && line.May.Count == 0);

    [Theory]
    [InlineData("2026-11-24", "2026-11-24", Relation.Post)]
    [InlineData("2020-01-01", "2026-11-23", Relation.NoPost)]
    [InlineData("2026-11-25", null, Relation.NoPost)]
    public void A_post_counts_on_its_days_only(string from, string? to, Relation expected)
    {
        var post = new Post(Role.CityReviewer, "city/370982", DateOnly.Parse(from, CultureInfo.InvariantCulture), to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture));

        Assert.Equal(expected, Assert.Single(Footing.Of(new StaffMember("zhao", "赵严", [post]), new DateOnly(2026, 11, 24)).Standings).Relation);
    }

    private static void HasLines(string prefix, ActKind kind, Type names)
    {
        var acts = names.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        var lines = ActTable.InForce.All.Where(line => line.Kind == kind).Select(line => line.Act[prefix.Length..]).ToHashSet();

        Assert.True(acts.IsSubsetOf(lines), "functions/Domain/Authority/acts.txt lacks a line for each of these: "
            + string.Join(", ", acts.Except(lines).Select(act => $"'{prefix}{act} | in Chinese | who may | never | states | answer | what it rests on'")));
        Assert.Empty(lines.Except(acts));
    }
}
