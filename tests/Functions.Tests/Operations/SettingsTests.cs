using Microsoft.Extensions.Configuration;

namespace OneVisit.Functions.Tests.Operations;

public sealed class SettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("OneVisit:FrontDoorKey", null)]
    [InlineData("OneVisit:SealingKey", "secret-but-short")]
    [InlineData("OneVisit:ProofKey", "secret")]
    [InlineData("OneVisit:LookupKey", "c2hvcnQ=")]
    [InlineData("OneVisit:StorageConnection", " ")]
    [InlineData("OneVisit:SharingUrl", "http://secret.example/")]
    [InlineData("OneVisit:SharingKey", "secret-short")]
    [InlineData("OneVisit:SharingShape", "secret-shape")]
    [InlineData("OneVisit:Antivirus", "http://secret:3310")]
    public void A_setting_that_is_missing_or_wrong_is_named_and_its_value_is_not_shown(string name, string? value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OneVisit:StorageConnection"] = "UseDevelopmentStorage=true",
            ["OneVisit:FrontDoorKey"] = Key,
            ["OneVisit:SealingKey"] = Key, ["OneVisit:ProofKey"] = Key,
            ["OneVisit:LookupKey"] = Key,
            ["OneVisit:SharingUrl"] = "https://platform.example/",
            ["OneVisit:SharingKey"] = "a-key-that-is-long",
            [name] = value,
        };

        var refused = Assert.Throws<InvalidOperationException>(
            () => BackOfficeSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OneVisit:FrontDoorKey", "secret")]
    [InlineData("OneVisit:Entra:TenantId", "secret-tenant")]
    [InlineData("OneVisit:Entra:Authority", "http://secret.example/")]
    [InlineData("OneVisit:Entra:BackOfficeId", null)]
    [InlineData("OneVisit:Entra:FrontDoorId", "secret-bot")]
    public void Of_the_tenant_too_what_is_wrong_is_named_and_one_way_in_is_enough(string name, string? value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => BackOfficeSettings.From(OfTenant(name, value)));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://login.microsoftonline.com/22222222-0000-4000-8000-000000000001/v2.0")]
    [InlineData("https://login.partner.microsoftonline.cn", "https://login.partner.microsoftonline.cn/22222222-0000-4000-8000-000000000001/v2.0")]
    public void The_tenant_is_that_of_its_cloud(string authority, string issuer) =>
        Assert.Equal(issuer, BackOfficeSettings.From(OfTenant("OneVisit:Entra:Authority", authority)).Entra!.Tenant.Issuer);

    private static IConfiguration OfTenant(string name, string? value) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["OneVisit:StorageAccount"] = "city", ["OneVisit:SealingKey"] = Key, ["OneVisit:ProofKey"] = Key, ["OneVisit:LookupKey"] = Key, ["OneVisit:Entra:TenantId"] = "22222222-0000-4000-8000-000000000001",
        ["OneVisit:Entra:BackOfficeId"] = "11111111-0000-4000-8000-000000000002", ["OneVisit:Entra:FrontDoorId"] = "11111111-0000-4000-8000-000000000003", [name] = value,
    }).Build();

    [Theory]
    [InlineData(null, "core.windows.net")]
    [InlineData("", "core.windows.net")]
    [InlineData("core.chinacloudapi.cn", "core.chinacloudapi.cn")]
    public void An_account_is_looked_for_in_the_cloud_of_its_country(string? suffix, string ending)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OneVisit:StorageAccount"] = "city", ["OneVisit:StorageSuffix"] = suffix, ["OneVisit:FrontDoorKey"] = Key, ["OneVisit:SealingKey"] = Key, ["OneVisit:ProofKey"] = Key, ["OneVisit:LookupKey"] = Key,
        };

        var storage = BackOfficeSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Storage;

        Assert.Equal(("city", ending, null), (storage.AccountName, storage.EndpointSuffix, storage.ConnectionString));
    }
}
