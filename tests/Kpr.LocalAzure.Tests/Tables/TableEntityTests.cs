using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class TableEntityTests : TableTest
{
    [Fact]
    public async Task Values_come_back_as_the_service_knows_them()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1234567);
        var guid = Guid.NewGuid();
        await Table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["String"] = "2026-01-02T03:04:05Z",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["ULong"] = 5UL,
            ["Double"] = 2.0,
            ["NaN"] = double.NaN,
            ["Infinity"] = double.NegativeInfinity,
            ["Decimal"] = 1.25m,
            ["Float"] = 0.5f,
            ["Bool"] = true,
            ["Guid"] = guid,
            ["Time"] = time,
            ["Utc"] = time.UtcDateTime,
            ["Bytes"] = new byte[] { 1, 2, 3 },
            ["Data"] = BinaryData.FromBytes(new byte[] { 4 }),
            ["Span"] = TimeSpan.FromMinutes(1),
            ["Null"] = null,
        });

        var row = await ReadAsync();

        Assert.Equal("2026-01-02T03:04:05Z", row["String"]);
        Assert.Equal(int.MinValue, row["Int"]);
        Assert.Equal(long.MaxValue, row["Long"]);
        Assert.Equal(5L, row["ULong"]);
        Assert.Equal(2.0, row["Double"]);
        Assert.Equal(double.NaN, row["NaN"]);
        Assert.Equal(double.NegativeInfinity, row["Infinity"]);
        Assert.Equal(1.25, row["Decimal"]);
        Assert.Equal(0.5, row["Float"]);
        Assert.Equal(true, row["Bool"]);
        Assert.Equal(guid, row["Guid"]);
        Assert.Equal((time.UtcDateTime, TimeSpan.Zero), (((DateTimeOffset)row["Time"]!).UtcDateTime, ((DateTimeOffset)row["Time"]!).Offset));
        Assert.Equal(time.ToUniversalTime(), row["Utc"]);
        Assert.Equal(new byte[] { 1, 2, 3 }, row["Bytes"]);
        Assert.Equal(new byte[] { 4 }, row["Data"]);
        Assert.Equal("PT1M", row["Span"]);
        Assert.False(row.ContainsKey("Null"));
    }

    public static TheoryData<object> Unsupported => [1u, (short)1, (byte)1, 'c', new Uri("http://localhost"), new[] { 1 }, new object(), DateOnly.MinValue];

    [Theory]
    [MemberData(nameof(Unsupported))]
    [SuppressMessage("xUnit", "xUnit1045", Justification = "Not listed one by one.")]
    public async Task Other_types_are_refused_here(object value)
    {
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = value }));
        Assert.StartsWith("Not supported type", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enums_local_times_and_too_large_numbers_are_refused_here()
    {
        var named = await Assert.ThrowsAsync<NotSupportedException>(() => AddAsync(DayOfWeek.Friday));
        Assert.Equal("Enum values are only supported for custom model types implementing ITableEntity.", named.Message);
        foreach (var time in new[] { default, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) })
        {
            var refused = await Assert.ThrowsAsync<NotSupportedException>(() => AddAsync(time));
            Assert.Contains("Azure SDK requires it to be UTC", refused.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<OverflowException>(() => AddAsync(ulong.MaxValue));

        Task AddAsync(object value) => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = value });
    }

    [Fact]
    public void Getters_convert_nothing_but_times_and_bytes()
    {
        var row = new TableEntity("p", "r") { ["Int"] = 1, ["Time"] = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), ["Bytes"] = new byte[] { 1 }, ["Text"] = "t" };

        Assert.Equal(1, row.GetInt32("Int"));
        var error = Assert.Throws<InvalidOperationException>(() => row.GetInt64("Int"));
        Assert.Equal("Cannot return System.Int64 type for a System.Int32 typed property.", error.Message);
        Assert.Equal((new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), DateTimeKind.Utc), (row.GetDateTime("Time"), row.GetDateTime("Time")!.Value.Kind));
        row["Time"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(TimeSpan.Zero, row.GetDateTimeOffset("Time")!.Value.Offset);
        Assert.Equal(new byte[] { 1 }, row.GetBinaryData("Bytes")!.ToArray());
        row["Bytes"] = BinaryData.FromBytes(new byte[] { 2 });
        Assert.Equal(new byte[] { 2 }, row.GetBinary("Bytes"));
        Assert.Equal("t", row.GetString("Text"));
        Assert.Equal((null, null, null, null, null), (row.GetString("text"), row.GetBoolean("No"), row.GetDouble("No"), row.GetGuid("No"), row["No"]));
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        var row = new TableEntity(new Dictionary<string, object?> { ["A"] = 1 }) { PartitionKey = "p", RowKey = "r", ETag = new ETag("W/\"e\"") };
        row.Add("B", 2);

        Assert.Equal(5, row.Count);
        Assert.Equal(["A", "B", "PartitionKey", "RowKey", "odata.etag"], row.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal("W/\"e\"", row.ETag.ToString());
        Assert.True(row.Remove("A") && !row.ContainsKey("A") && row.TryGetValue("B", out var two) && two is 2);
        Assert.Throws<ArgumentException>(() => row.Add("B", 3));
        row.Clear();
        Assert.Equal((0, null, default(ETag)), (row.Count, row.PartitionKey, row.ETag));
    }
}
