using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class ShareTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_bot_makes_what_is_its_own_and_nothing_of_a_case() => Assert.Equal(
        ["blob bot", "queue notices", "queue notices-poison", "table Cards", "table Conversations", "table Seen"], await MadeByAsync(StorageShare.Bot));

    [Fact]
    public async Task The_back_office_makes_nothing_in_which_conversations_are_kept() => Assert.Equal(
        [
            "blob audit", "blob catalogue", "blob directory", "blob documents", "queue notices", "table Board", "table Cases", "table Directory", "table Index", "table Journal", "table Matters", "table Oversight",
            "table Register", "table Sharing", "table Statistics", "table Work",
        ],
        await MadeByAsync(StorageShare.BackOffice));

    [Fact]
    public async Task Who_may_put_into_a_queue_and_not_make_it_puts_into_the_one_that_was_made()
    {
        var prefix = azurite.UniquePrefix();
        await NewOf(prefix, StorageShare.All).EnsureCreatedAsync();
        var office = NewOf(prefix, StorageShare.BackOffice, Refusing($"/{prefix}notices", "AuthorizationPermissionMismatch"));

        await office.EnsureCreatedAsync();
        await new NoticeQueue(office).SendAsync(Told);

        Assert.Single(await new NoticeQueue(NewOf(prefix, StorageShare.Bot)).ReceiveAsync());
    }

    [Fact]
    public async Task A_queue_that_nobody_made_is_missed_with_the_first_notice()
    {
        var prefix = azurite.UniquePrefix();
        var office = NewOf(prefix, StorageShare.BackOffice, Refusing($"/{prefix}notices", "AuthorizationPermissionMismatch"));
        await office.EnsureCreatedAsync();

        await Assert.ThrowsAsync<RequestFailedException>(() => new NoticeQueue(office).SendAsync(Told));
    }

    [Fact]
    public async Task Whose_key_is_not_taken_makes_nothing_and_hears_so()
    {
        var prefix = azurite.UniquePrefix();

        await Assert.ThrowsAsync<RequestFailedException>(() => NewOf(prefix, StorageShare.BackOffice, Refusing($"/{prefix}notices", "AuthenticationFailed")).EnsureCreatedAsync());
    }

    [Theory]
    [InlineData(StorageShare.Bot)]
    [InlineData(StorageShare.BackOffice)]
    public async Task Whether_the_store_answers_is_asked_of_ones_own_part(StorageShare share) => await NewOf(azurite.UniquePrefix(), share).PingAsync();

    [Fact]
    public void In_another_country_the_account_is_looked_for_at_its_own_addresses()
    {
        var storage = new OneVisitStorage(new StorageOptions { AccountName = "city", EndpointSuffix = "core.chinacloudapi.cn" });

        Assert.Equal(
            ["city.table.core.chinacloudapi.cn", "city.blob.core.chinacloudapi.cn", "city.queue.core.chinacloudapi.cn"],
            [storage.Table("Journal").Uri.Host, storage.Container("documents").Uri.Host, storage.Queue("notices").Uri.Host]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com/?")]
    [InlineData("https://core.windows.net")]
    [InlineData("core.windows.net\n")]
    public void An_ending_that_is_no_name_of_a_host_is_refused(string suffix) =>
        Assert.Throws<ArgumentException>(() => new OneVisitStorage(new StorageOptions { AccountName = "city", EndpointSuffix = suffix }));

    private async Task<IEnumerable<string>> MadeByAsync(StorageShare share)
    {
        var prefix = azurite.UniquePrefix();
        await NewOf(prefix, share).EnsureCreatedAsync();
        var made = new List<string>();
        await foreach (var table in new TableServiceClient(azurite.ConnectionString).QueryAsync()) made.Add("table " + table.Name);
        await foreach (var blob in new BlobServiceClient(azurite.ConnectionString).GetBlobContainersAsync(prefix: prefix)) made.Add("blob " + blob.Name);
        await foreach (var queue in new QueueServiceClient(azurite.ConnectionString).GetQueuesAsync(prefix: prefix)) made.Add("queue " + queue.Name);
        return made.Where(name => name.Contains(prefix, StringComparison.Ordinal)).Select(name => name.Replace(prefix, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private OneVisitStorage NewOf(string prefix, StorageShare share, HttpPipelineTransport? transport = null) =>
        new(new StorageOptions { ConnectionString = azurite.ConnectionString, Prefix = prefix, Share = share, Transport = transport });

    private static Notice Told { get; } = new("n", "resident:a", NoticeKinds.CaseClosed, Sample.CaseId, null, Sample.Now, new Dictionary<string, string>());

    private static HttpClientTransport Refusing(string path, string code) => new(new HttpClient(new Refusal(path, code) { InnerHandler = new SocketsHttpHandler() }));

    /// <summary>A store that does not let somebody make one thing.</summary>
    private sealed class Refusal(string path, string code) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
                ? new(HttpStatusCode.Forbidden) { RequestMessage = request, Headers = { { "x-ms-error-code", code } }, Content = new StringContent($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>No.</Message></Error>", null, "application/xml") }
                : await base.SendAsync(request, cancellationToken);
    }
}
