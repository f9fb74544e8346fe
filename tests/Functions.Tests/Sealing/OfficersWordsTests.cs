using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Retention;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sealing;

/// <summary>What officers write of a household lies sealed long before the case is erased.</summary>
public sealed class OfficersWordsTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task Why_it_was_refused_and_what_a_complaint_came_to_is_read_by_who_may_and_by_nobody_in_the_tables()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        await ErasureTests.AnsweredComplaintAsync(office);

        var file = await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None);
        var told = (CaseOutcome.Refused)file!.Current.Decision!.Outcome;
        var tables = string.Join('\n', await RowsAsync(office, "Journal")) + string.Join('\n', await RowsAsync(office, "Matters"));

        Assert.NotEmpty(told.Reason);
        Assert.IsType<ChainReading.Intact>((await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Verify());
        Assert.All((string[])[told.Reason, "核对发现名下有汽车", "已批评教育"], words => Assert.DoesNotContain(words, tables, StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> RowsAsync(Office office, string table) =>
        (await new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + table).QueryAsync<TableEntity>().ToListAsync()).SelectMany(row => row).Select(column => $"{column.Key}={column.Value}");
}
