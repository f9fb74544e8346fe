using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Catalogue;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>The sharing platform answers yes, no, or not at all; and no answer is never a no.</summary>
public sealed class PlatformTests
{
    private static readonly CityCatalogue City = CityCatalogue.Load();
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly ResidentId Person = ((IdReading.Valid)ResidentId.Read(Applications.IdNumber, Today)).Id;

    [Fact]
    public async Task A_platform_that_is_down_leaves_what_it_holds_to_the_office()
    {
        var list = await ListAsync(new Down());

        Assert.Equal(Provision.LookedUpLater, list.Find("M01")!.Provision);
    }

    [Fact]
    public async Task A_platform_that_is_down_lets_only_be_asked_for_what_the_law_allows()
    {
        var list = await ListAsync(new Down());

        Assert.Equal(["M04", "M05", "M07", "M13"], list.Needed.Select(material => material.Code));
        Assert.Equal(Provision.Unverified, list.Find("M13")!.Provision);
    }

    [Fact]
    public async Task What_the_platform_turns_out_to_hold_is_struck_out_with_the_day()
    {
        var list = await ListAsync(new Holds("M07"));

        Assert.Equal((Provision.Held, Today), (list.Find("M07")!.Provision, list.Find("M07")!.AsOf));
    }

    [Fact]
    public async Task Nobody_asks_the_platform_for_what_must_be_signed()
    {
        var platform = new Holds("M04");

        await ListAsync(platform);

        Assert.Equal(["M01", "M02", "M07", "M13"], platform.Asked);
    }

    [Fact]
    public async Task Without_a_platform_the_catalogue_alone_speaks()
    {
        // Nobody is asked, and so nothing is written down of anybody.
        var list = await ListAsync(new PlatformHoldings(new SharingDesk(new NoPlatform(TimeProvider.System), null!, null!, TimeProvider.System, NullLogger<SharingDesk>.Instance)));

        Assert.Equal(["M04", "M05", "M07"], list.Needed.Select(material => material.Code));
    }

    private static async Task<MaterialList> ListAsync(IHoldings platform)
    {
        Service[] services = [City.Find("D1.2")!];
        var before = MaterialList.For(services, new Household());
        var answers = await new PlatformAnswers(platform, NullLogger<PlatformAnswers>.Instance).OfAsync(Person, before, new LookUpFor(LookUpPurpose.OnceOnly, "submission", "resident:a"), CancellationToken.None);
        return MaterialList.For(services, new Household(), Today, agent: false, answers);
    }

    private sealed class Down : IHoldings
    {
        public Task<IReadOnlyDictionary<string, Holding>> OfAsync(ResidentId person, IReadOnlyList<string> materials, LookUpFor why, CancellationToken cancellation) =>
            throw new HttpRequestException("no route");
    }

    private sealed class Holds(string code) : IHoldings
    {
        public IReadOnlyList<string> Asked { get; private set; } = [];

        public Task<IReadOnlyDictionary<string, Holding>> OfAsync(ResidentId person, IReadOnlyList<string> materials, LookUpFor why, CancellationToken cancellation)
        {
            Asked = materials;
            return Task.FromResult<IReadOnlyDictionary<string, Holding>>(new Dictionary<string, Holding> { [code] = new Holding.Held(Today) });
        }
    }
}
