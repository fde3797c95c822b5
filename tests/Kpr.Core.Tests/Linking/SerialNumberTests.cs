using System.Text;
using Kpr.Core.Identity;
using Kpr.Core.Linking;

namespace Kpr.Core.Tests.Linking;

public sealed class SerialNumberTests
{
    [Fact]
    public void A_serial_number_is_no_number_and_no_key_of_the_register()
    {
        using var linkage = new SyntheticLinkage(50);
        foreach (var serial in linkage.KeyFileOf("npr-1").Values)
        {
            Assert.Matches("^N[2-7A-Z]{16}$", serial);
            Assert.False(PersonKey.TryParse(serial, out _));
            Assert.True(SerialNumber.TryParse(Encoding.ASCII.GetBytes(serial), out var read));
            Assert.Equal(serial, read.ToString());
            Assert.Equal(serial, read.ToKey().ToString());
        }

        Assert.False(SerialNumber.TryParse(Encoding.ASCII.GetBytes(linkage.People[0].Person.ToString()), out _));
        Assert.False(SerialNumber.TryParse("N222222222222222a"u8, out _));
        Assert.False(SerialNumber.TryParse(""u8, out _));
    }

    [Fact]
    public void Two_sources_and_two_batches_have_nothing_in_common()
    {
        using var first = new SyntheticLinkage(2000);
        using var second = new SyntheticLinkage(2000, "batch-2");
        using var other = new SyntheticLinkage(2000, secret: 8);
        var files = new[] { first.KeyFileOf("npr-1"), first.KeyFileOf("kpr-1"), second.KeyFileOf("npr-1"), other.KeyFileOf("npr-1") };
        for (var one = 0; one < files.Length; one++)
        {
            for (var two = one + 1; two < files.Length; two++)
            {
                Assert.Empty(files[one].Values.Intersect(files[two].Values));

                // Spearman's rank correlation of 2,000 pairs drawn by lot lies within 0.1 but for one case in a hundred thousand. The secrets are fixed, so this is no lottery.
                Assert.InRange(Correlation(Ranks(files[one]), Ranks(files[two])), -0.1, 0.1);
            }

            Assert.InRange(Correlation(Ranks(files[one]), [.. first.People.Select((_, at) => (double)at)]), -0.1, 0.1);
        }

        double[] Ranks(Dictionary<string, string> file)
        {
            var order = file.Values.Order(StringComparer.Ordinal).Select((serial, at) => (serial, at)).ToDictionary(pair => pair.serial, pair => (double)pair.at);
            return [.. first.People.Select(one => order[file[one.Number]])];
        }
    }

    [Fact]
    public void A_key_file_is_ordered_by_serial_number_and_has_everybody_once_a_number()
    {
        using var linkage = new SyntheticLinkage(3);
        using var serials = new SerialNumbers(linkage.Secret, "npr-1");
        using var scratch = new MemoryStream();
        using var target = new MemoryStream();
        var (a, b, c) = (linkage.People[0], linkage.People[1], linkage.People[2]);
        var lines = KeyFile.Write(serials, [(a.Person, new(a.Number)), (b.Person, new(b.Number)), (a.Person, new(a.Number)), (b.Person, new(c.Number))], target, scratch);
        var text = Encoding.ASCII.GetString(target.ToArray()).Split('\n');
        Assert.Equal(3, lines);
        Assert.Equal("identitetsnummer;lopenummer", text[0]);
        Assert.Equal(text[1..4].OrderBy(line => line.Split(';')[1], StringComparer.Ordinal), text[1..4]);
        Assert.Equal(serials.Of(b.Person).ToString(), text.Single(line => line.StartsWith(c.Number, StringComparison.Ordinal)).Split(';')[1]);
        Assert.Equal("", text[4]);
    }

    [Fact]
    public void A_secret_that_was_destroyed_is_gone()
    {
        var bytes = Enumerable.Repeat((byte)5, BatchSecret.Length).ToArray();
        var secret = new BatchSecret("SAK-1", "batch-1", bytes);
        Assert.DoesNotContain("5", secret.ToString().Replace("batch-1", "", StringComparison.Ordinal).Replace("SAK-1", "", StringComparison.Ordinal), StringComparison.Ordinal);
        secret.Destroy();
        Assert.True(secret.IsDestroyed);
        Assert.All(bytes, one => Assert.Equal(0, one));
        Assert.Throws<ObjectDisposedException>(() => secret.Reveal().Length);
        Assert.Throws<ObjectDisposedException>(() => new SerialNumbers(secret, "npr-1"));
    }

    [Fact]
    public void Two_keys_of_the_project_on_one_serial_number_are_told()
    {
        using var linkage = new SyntheticLinkage(2);
        using var serials = new SerialNumbers(linkage.Secret, "npr-1");
        var calls = 0;
        Assert.Throws<InvalidDataException>(() => LinkerKeys.Write(
            serials, [linkage.People[0].Person, linkage.People[0].Person], _ => $"L{++calls}", Stream.Null, new MemoryStream()));
    }

    private static double Correlation(double[] left, double[] right)
    {
        var (leftMean, rightMean) = (left.Average(), right.Average());
        var product = left.Zip(right, (x, y) => (x - leftMean) * (y - rightMean)).Sum();
        return product / Math.Sqrt(left.Sum(x => (x - leftMean) * (x - leftMean)) * right.Sum(y => (y - rightMean) * (y - rightMean)));
    }
}
