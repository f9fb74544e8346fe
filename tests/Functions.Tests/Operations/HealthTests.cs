using System.Net;
using System.Net.Http.Json;
using OneVisit.Contracts;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Operations;

public sealed class HealthTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task All_well_is_200()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Equal(new HealthReport("ok", "ok", "ok"), await office.GetAsync<HealthReport>(Routes.Health, null) with { Catalogue = null });
    }

    [Fact]
    public async Task Storage_away_is_503_and_says_which()
    {
        var own = new AzuriteFixture();
        await own.InitializeAsync();
        await using var office = await Office.OpenAsync(own);
        await own.DisposeAsync();

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.Health, null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(new HealthReport("down", "down", "ok"), (await answer.Content.ReadFromJsonAsync<HealthReport>(Wire.Json))! with { Catalogue = null });
    }
}
