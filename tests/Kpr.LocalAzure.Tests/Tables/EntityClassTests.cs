using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class EntityClassTests : TableTest
{
    [Fact]
    public async Task Properties_round_trip()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var written = new Everything
        {
            PartitionKey = "p",
            RowKey = "r",
            Timestamp = DateTimeOffset.UnixEpoch,
            Text = "text",
            Int = 1,
            MaybeInt = 2,
            Long = 3,
            Double = 4,
            Bool = true,
            Guid = Guid.NewGuid(),
            Time = time,
            Utc = time.UtcDateTime,
            Bytes = [1],
            Data = BinaryData.FromBytes(new byte[] { 2 }),
            Day = DayOfWeek.Friday,
            Renamed = "renamed",
            Ignored = "ignored",
        };
        await Table.AddEntityAsync(written);

        var read = (await Table.GetEntityAsync<Everything>("p", "r")).Value;

        Assert.Equal(("p", "r", "text", 1, 2, 3L), (read.PartitionKey, read.RowKey, read.Text, read.Int, read.MaybeInt, read.Long));
        Assert.Equal((4.0, true, written.Guid, DayOfWeek.Friday, null), (read.Double, read.Bool, read.Guid, read.Day, read.MaybeDay));
        Assert.Equal((time, TimeSpan.Zero, time.UtcDateTime, DateTimeKind.Utc), (read.Time, read.Time.Offset, read.Utc, read.Utc.Kind));
        Assert.Equal((byte[])[1], read.Bytes);
        Assert.Equal((byte[])[2], read.Data!.ToArray());
        Assert.Equal(("renamed", null), (read.Renamed, read.Ignored));
        Assert.NotEqual(default, read.ETag);
        Assert.True(read.Timestamp > DateTimeOffset.UnixEpoch);
        Assert.Equal(default, written.ETag);

        var row = await ReadAsync();
        Assert.Equal("Friday", row.GetString("Day"));
        Assert.Equal("renamed", row.GetString("new_name"));
        Assert.Equal("text!", row.GetString("Derived")); // properties without a setter are written too
        Assert.False(row.ContainsKey("Ignored") || row.ContainsKey("Renamed") || row.ContainsKey("MaybeDay") || row.ContainsKey("ETag"));
    }

    [Fact]
    public async Task A_value_without_a_name_is_written_as_its_number()
    {
        await Table.AddEntityAsync(new Days { PartitionKey = "p", RowKey = "r", Day = (DayOfWeek)9 });

        Assert.Equal("9", (await ReadAsync()).GetString("Day"));
        Assert.Equal((DayOfWeek)9, (await Table.GetEntityAsync<Days>("p", "r")).Value.Day);
    }

    [Fact]
    public async Task Decimal_and_duration_are_written_and_read_as_nothing()
    {
        await Table.AddEntityAsync(new Lossy { PartitionKey = "p", RowKey = "r", Decimal = 1.5m, Float = 2.5f, Span = TimeSpan.FromMinutes(1) });

        var read = (await Table.GetEntityAsync<Lossy>("p", "r")).Value;

        Assert.Equal((0m, 0f, TimeSpan.Zero), (read.Decimal, read.Float, read.Span));
        Assert.Equal((1.5, "PT1M"), ((await ReadAsync()).GetDouble("Decimal"), (await ReadAsync()).GetString("Span")));
    }

    public static TheoryData<string, object, Type> Misfits => new()
    {
        { "Long", 1, typeof(ArgumentNullException) },
        { "Int", 1L, typeof(InvalidCastException) },
        { "Int", "1", typeof(InvalidCastException) },
        { "Bool", 1, typeof(InvalidCastException) },
        { "Day", "Someday", typeof(ArgumentException) },
        { "Day", 5, typeof(ArgumentNullException) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task A_column_of_another_type_fails(string column, object value, Type error)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { [column] = value });
        await Assert.ThrowsAsync(error, () => Table.GetEntityAsync<Everything>("p", "r"));
    }

    [Fact]
    public async Task Absent_is_default_and_some_types_fit_others()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Double"] = 7, ["Text"] = 1 });

        var read = (await Table.GetEntityAsync<Everything>("p", "r")).Value;

        Assert.Equal((7.0, null, 0, null), (read.Double, read.Text, read.Int, read.MaybeInt));
    }

    [Fact]
    public async Task Times_that_are_not_utc_and_odd_types_are_refused_here()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new Times { PartitionKey = "p", RowKey = "r" }));
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new Odd { PartitionKey = "p", RowKey = "r" }));
    }

    private abstract class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }

    private sealed class Everything : Entity
    {
        public string? Text { get; set; }

        public string Derived => Text + "!";

        public int Int { get; set; }

        public int? MaybeInt { get; init; }

        public long Long { get; set; }

        public double Double { get; set; }

        public bool Bool { get; set; }

        public Guid Guid { get; set; }

        public DateTimeOffset Time { get; set; }

        public DateTime Utc { get; set; } = DateTime.UnixEpoch;

        public byte[]? Bytes { get; set; }

        public BinaryData? Data { get; set; }

        public DayOfWeek Day { get; set; }

        public DayOfWeek? MaybeDay { get; set; }

        [DataMember(Name = "new_name")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }
    }

    private sealed class Days : Entity
    {
        public DayOfWeek Day { get; set; }
    }

    private sealed class Lossy : Entity
    {
        public decimal Decimal { get; set; }

        public float Float { get; set; }

        public TimeSpan Span { get; set; }
    }

    private sealed class Times : Entity
    {
        public DateTime Never { get; set; }
    }

    private sealed class Odd : Entity
    {
        public uint Number { get; set; }
    }
}
