using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Services;

public sealed class OfficesTests
{
    [Theory]
    [InlineData(OfficeLevel.Village, "village/370982103201")]
    [InlineData(OfficeLevel.Township, "township/370982103")]
    [InlineData(OfficeLevel.City, "city/370982")]
    public void The_offices_in_charge_of_a_village_follow_from_its_code(OfficeLevel level, string office) =>
        Assert.Equal(office, Offices.InChargeOf("370982103201", level));

    [Theory]
    [InlineData("village-agent")]
    [InlineData("city-filing-officer")]
    [InlineData("system")]
    public void A_role_reads_back_from_its_code(string code) => Assert.Equal(code, Roles.Parse(code)?.Code());

    [Fact]
    public void Every_stage_kind_reads_back_from_its_code() =>
        Assert.All(Enum.GetValues<StageKind>(), kind => Assert.Equal(kind, StageKinds.Parse(kind.Code())));

    [Fact]
    public void A_kind_outside_the_vocabulary_is_none() => Assert.Null(StageKinds.Parse("siesta"));
}
