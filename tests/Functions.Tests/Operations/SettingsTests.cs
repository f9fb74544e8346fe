using Microsoft.Extensions.Configuration;

namespace OneVisit.Functions.Tests.Operations;

public sealed class SettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("OneVisit:FrontDoorKey", null)]
    [InlineData("OneVisit:SealingKey", "secret-but-short")]
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
            ["OneVisit:SealingKey"] = Key,
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
    [InlineData(null, "core.windows.net")]
    [InlineData("", "core.windows.net")]
    [InlineData("core.chinacloudapi.cn", "core.chinacloudapi.cn")]
    public void An_account_is_looked_for_in_the_cloud_of_its_country(string? suffix, string ending)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OneVisit:StorageAccount"] = "city", ["OneVisit:StorageSuffix"] = suffix, ["OneVisit:FrontDoorKey"] = Key, ["OneVisit:SealingKey"] = Key, ["OneVisit:LookupKey"] = Key,
        };

        var storage = BackOfficeSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Storage;

        Assert.Equal(("city", ending, null), (storage.AccountName, storage.EndpointSuffix, storage.ConnectionString));
    }
}
